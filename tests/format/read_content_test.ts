import { SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readContent } from "../../lib/format/read_content.ts";

const content = { version: 1, learner: { labels: [] }, network: { inputs: 1 }, state: { samples: 0 } };

Deno.test("readContent() gives the three objects of the entry backstream", () => {
  const { version: _, ...objects } = content;
  assertEquals(readContent({ format: "pt", backstream: JSON.stringify(content) }), objects as never);
});

Deno.test("readContent() refuses an entry that is missing, no JSON, of another version, or not complete", () => {
  const message = (metadata: Record<string, unknown>) =>
    assertThrows(() => readContent(metadata), SnapshotError).message;
  const of = (content: unknown) => message({ backstream: JSON.stringify(content) });
  const start = "Cannot decode snapshot as it must";
  const missing = `${start} hold the text backstream in its __metadata__, as encodeLearner writes it`;
  assertEquals(message({}), `${missing}: current value is none`);
  assertEquals(message({ format: "pt", step: "1" }), `${missing}: current value is format, step`);
  assertEquals(message({ backstream: 5 }), `${missing}: current value is backstream`);
  assertEquals(message({ backstream: "{" }), `${start} hold JSON in the entry backstream: current value is "{"`);
  assertEquals(of([]), `${start} hold a JSON object in the entry backstream: current value is []`);
  assertEquals(of(null), `${start} hold a JSON object in the entry backstream: current value is null`);
  for (const version of [3, 0, "1", null, undefined]) {
    assertEquals(of({ ...content, version }), `${start} be of version 1 to 2: current value is ${version}`);
  }
  for (const field of ["learner", "network", "state"]) {
    const text = `${start} hold an object as ${field} in the entry backstream: current value is`;
    assertEquals(of({ ...content, [field]: undefined }), `${text} undefined`);
    assertEquals(of({ ...content, [field]: null }), `${text} null`);
    assertEquals(of({ ...content, [field]: [] }), `${text} []`);
  }
});
