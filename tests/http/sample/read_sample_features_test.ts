import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readSampleFeatures } from "../../../lib/http/sample/read_sample_features.ts";

const vector = { records: false, fields: 3, textLength: 5 };
const record = { ...vector, records: true };

Deno.test("readSampleFeatures() takes arrays and sparse vectors as they are, and leaves their numbers to the learner", () => {
  for (const features of [[1, 2], [], ["x"], { indices: [1], values: [2] }, 5, null, undefined, { age: 42 }]) {
    assertEquals(readSampleFeatures(features, vector) === features, true);
  }
});

Deno.test("readSampleFeatures() refuses what only looks like an array", () => {
  const array = "must be an array of numbers";
  const refused: [features: unknown, message: string][] = [
    [
      { length: 1, 0: 5 },
      `Cannot use features as it ${array} or { indices, values }: current value is an object with keys 0, length`,
    ],
    [
      { length: "x" },
      `Cannot use features as it ${array} or { indices, values }: current value is an object with keys`,
    ],
    [
      { indices: { length: 0 }, values: [] },
      `Cannot use features.indices as it ${array}: current value is an object with keys length`,
    ],
    [{ indices: [], values: "" }, `Cannot use features.values as it ${array}: current value is ""`],
  ];
  for (const [features, message] of refused) {
    assertThrows(() => readSampleFeatures(features, vector), SampleError, message);
  }
});

Deno.test("readSampleFeatures() takes flat records where the model does, whatever they call their fields", () => {
  const records = [
    { age: 42, city: "Paris", new: true },
    { age: null, tags: ["a", "b"] },
    { length: 5 },
    { indices: 1, values: 2 },
    JSON.parse('{"__proto__":1,"constructor":2}'),
    {},
  ];
  for (const features of records) assertEquals(readSampleFeatures(features, record) === features, true);
});

Deno.test("readSampleFeatures() refuses records that are nested, too wide, or hold long texts", () => {
  const flat = "be a number, a text, true, false, null or an array of these";
  const refused: [features: unknown, field: string, rule: string][] = [
    [{ a: { b: 1 } }, "features.a", flat],
    [{ a: [[1]] }, "features.a", flat],
    [{ a: "123456" }, "features.a", "have 5 characters at most"],
    [{ a: ["1", "123456"] }, "features.a", "have 5 characters at most"],
    [{ a: 1, b: 2, c: 3, d: 4 }, "features", "have 3 fields at most"],
    [{ ["x".repeat(100)]: {} }, `features.${"x".repeat(57)}...`, flat],
  ];
  for (const [features, field, rule] of refused) {
    const error = assertThrows(() => readSampleFeatures(features, record), SampleError);
    assertEquals([error.field, error.rule], [field, rule]);
  }
});
