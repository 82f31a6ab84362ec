import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { type JsonBody, readJson } from "../../../lib/http/body/read_json.ts";
import { RequestError } from "../../../lib/http/request_error.ts";

const limits = { bodyBytes: 100, bodyMilliseconds: 1000, samplesPerRequest: 3 };

interface Sent {
  /** The content-type, or none. */
  readonly type?: string;
  /** Whether it is said how long the body is, as servers get it. */
  readonly stated?: boolean;
  /** Whether the text is asked for. */
  readonly asText?: boolean;
}

/** What `readJson` makes of a body; of a refused one the status, the detail and the position. */
async function read(body: string, { type = "application/json", stated = false, asText }: Sent = {}) {
  const app = new Hono();
  let result: JsonBody | unknown[] | undefined;
  app.post("/", async (context) => {
    try {
      result = await readJson(context, limits, asText);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const { status, position } = error.problem;
      result = [status, error.message, ...position === undefined ? [] : [position]];
    }
    return context.body(null);
  });
  const bytes = new TextEncoder().encode(body); // which has no type of its own
  await app.request("/", {
    method: "POST",
    headers: {
      ...type === "" ? {} : { "content-type": type },
      ...stated ? { "content-length": String(bytes.length) } : {},
    },
    body: bytes,
  });
  return result!;
}

for (const stated of [false, true]) {
  const how = stated ? "with a stated length" : "without";
  Deno.test(`readJson() reads one value, an array, and lines, ${how}`, async () => {
    assertEquals(await read('{"a":1}', { stated }), { values: [{ a: 1 }], single: true, length: 7 });
    const type = "Application/JSON; charset=utf-8";
    assertEquals(await read("[1,2]", { stated, type }), { values: [1, 2], single: false, length: 5 });
    const lines = await read('\n{"a":1}\r\n\n2', { stated, type: "application/x-ndjson" });
    assertEquals(lines, { values: [{ a: 1 }, 2], single: false, length: 12 });
    assertEquals(await read("null", { stated }), { values: [null], single: true, length: 4 });
  });

  Deno.test(`readJson() has the text if that is asked for, ${how}`, async () => {
    const text = ' {"a": "grün"}';
    const asked = await read(text, { stated, asText: true });
    assertEquals(asked, { values: [{ a: "grün" }], single: true, length: 14, text });
  });

  Deno.test(`readJson() refuses other types, ${how}`, async () => {
    const start = "Cannot read the body as its content-type must be application/json or application/x-ndjson: ";
    assertEquals(await read("1", { stated, type: "text/plain" }), [415, `${start}current value is text/plain`]);
    assertEquals(await read("1", { stated, type: "" }), [415, `${start}current value is missing`]);
  });

  Deno.test(`readJson() refuses what is empty or too long, ${how}`, async () => {
    const rule = "Cannot use the body as it must hold 1 to 3 samples: current value is";
    assertEquals(await read("[]", { stated }), [422, `${rule} 0`]);
    assertEquals(await read("\n\n", { stated, type: "application/x-ndjson" }), [422, `${rule} 0`]);
    assertEquals(await read("[1,2,3,4]", { stated }), [413, `${rule} 4`]);
    const bytes = await read(`"${"x".repeat(100)}"`, { stated }) as unknown[];
    assertEquals(bytes[0], 413);
  });

  Deno.test(`readJson() tells the line of what is malformed, ${how}`, async () => {
    const detail = "Cannot read line 3 as it must be JSON: the mistake is at position 1";
    assertEquals(await read("1\n2\n[x", { stated, type: "application/x-ndjson" }), [400, detail, 1]);
  });
}

Deno.test("readJson() tells where a text is malformed", async () => {
  const start = "Cannot read the body as it must be JSON: the mistake is at position";
  for (const stated of [false, true]) {
    const asText = stated; // otherwise there is no text
    assertEquals(await read("[1, x", { stated, asText }), [400, `${start} 4`, 4]);
    assertEquals(await read("{", { stated, asText }), [400, `${start} 1`, 1]);
    assertEquals(await read("", { stated, asText }), [400, `${start} 0`, 0]);
  }
});

Deno.test("readJson() tells in the words of the runtime what is malformed in a body of a stated length", async () => {
  const start = "Cannot read the body as it must be JSON: ";
  const stated = true;
  const words = "Expected property name or '}' in JSON at position 1 (line 1 column 2)";
  assertEquals(await read("{", { stated }), [400, start + words, 1]);
  assertEquals(await read("[1, NaN]", { stated }), [
    400,
    `${start}Unexpected token 'N', "[1, NaN]" is not valid JSON`,
  ]);
  assertEquals(await read("", { stated }), [400, `${start}Unexpected end of JSON input`]);
});
