import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readSample, requireId } from "../../../lib/http/sample/read_sample.ts";

const rules = { records: false, fields: 10, textLength: 10 };

Deno.test("readSample() takes a sample as it is", () => {
  const sample = { features: [1], target: 2, weight: 0.5, id: "a", time: 0 };
  assertEquals(readSample(sample, rules) === sample as unknown, true);
});

Deno.test("readSample() names the field that cannot be used", () => {
  const refused: [value: unknown, field: string][] = [
    [{ features: [1] }, "sample"],
    [{ features: { length: 1 }, target: 1 }, "features"],
    [{ features: [1], target: { length: 1 } }, "target"],
    [{ features: [1], target: 1, id: 5 }, "id"],
    [{ features: [1], target: 1, id: null }, "id"],
    [{ features: [1], target: 1, time: "now" }, "time"],
    [JSON.parse('{"features":[1],"target":1,"time":1e999}'), "time"],
  ];
  for (const [value, field] of refused) {
    assertEquals(assertThrows(() => readSample(value, rules), SampleError).field, field);
  }
});

Deno.test("requireId() takes 1 to 256 characters", () => {
  for (const id of ["a", "x".repeat(256), "__proto__"]) assertEquals(requireId(id), id);
  for (const id of ["", "x".repeat(257), 5, null, undefined, ["a"]]) {
    assertThrows(() => requireId(id), SampleError, "Cannot use id as it must be a text of 1 to 256 characters");
  }
});
