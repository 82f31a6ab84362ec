import { type Features, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readRecord, valueOf } from "../../lib/feature/read_record.ts";
import { indexOf } from "./index_of.ts";

const nothing = indexOf([], []);
const named = indexOf(["a numeric"], ["0 number 0 1"]);
const unnamed = indexOf([" vector"], ["0 elements 0 2"]);

Deno.test("readRecord() returns a record as it is, and an array as the field without a name", () => {
  const record = { a: 1, length: 5 };
  assertEquals([readRecord(nothing, record) === record, readRecord(named, record) === record], [true, true]);
  for (const features of [[1, 2], Float32Array.of(1, 2), { indices: [0], values: [1] }]) {
    assertEquals(readRecord(nothing, features), { "": features } as unknown as Record<string, unknown>);
    assertEquals(readRecord(unnamed, features)[""], features);
  }
  assertEquals(readRecord(unnamed, { "": [1, 2] })[""], [1, 2]);
});

Deno.test("readRecord() throws if features are neither, or not what they were before", () => {
  const refused: [Parameters<typeof readRecord>[0], unknown, string][] = [
    [nothing, null, "be a record, an array of numbers or { indices, values }: current value is null"],
    [nothing, "text", 'be a record, an array of numbers or { indices, values }: current value is "text"'],
    [named, [1], "be a record, as its fields have names: current value is an array of length 1"],
    [indexOf([], [], { schema: { fields: [] } }), [1], "be a record, as its fields have names"],
    [unnamed, { a: 1 }, "be an array of numbers or { indices, values }, as it was before: current value is an object"],
  ];
  for (const [index, features, message] of refused) {
    assertThrows(
      () => readRecord(index, features as Features),
      SampleError,
      `Cannot use features as it must ${message}`,
    );
  }
});

Deno.test("valueOf() sees nothing that all objects inherit", () => {
  const [field] = indexOf(["constructor text"], ["0 words 0 2"]).fields;
  assertEquals([valueOf(field, {}), valueOf(field, { constructor: 5 })], [undefined, 5]);
  assertEquals(valueOf(named.fields[0], { a: 7 }), 7);
});
