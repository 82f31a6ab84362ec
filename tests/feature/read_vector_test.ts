import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { readSparseVector, readVector } from "../../lib/feature/read_vector.ts";
import { indexOf } from "./index_of.ts";

const [field] = indexOf(["v vector"], ["0 elements 0 3"]).fields;

Deno.test("readVector() reads arrays and sparse vectors; NaN, null and undefined are missing", () => {
  assertEquals([...readVector(field, [1, 2, 3]) as number[]], [1, 2, 3]);
  assertEquals([...readVector(field, Float32Array.of(1, NaN, 3)) as number[]], [1, NaN, 3]);
  assertEquals([...readVector(field, [null, undefined, 3]) as number[]], [NaN, NaN, 3]);
  assertEquals([...readVector(field, { indices: [2], values: [5] }) as number[]], [0, 0, 5]);
});

Deno.test("readVector() throws at another length, and at what is no number", () => {
  const refused: [unknown, string][] = [
    [[1, 2], "features.v as it must hold 3 numbers: current value is an array of length 2"],
    [[1, "2", 3], 'features.v[1] as it must be a finite number: current value is "2"'],
    [[1, 2, Infinity], "features.v[2] as it must be a finite number: current value is Infinity"],
    ["abc", 'features.v as it must be an array of numbers or { indices, values }: current value is "abc"'],
    [
      { indices: [3], values: [1] },
      "features.v.indices[0] as it must be a whole number from 0 to 2: current value is 3",
    ],
  ];
  for (const [value, message] of refused) {
    assertEquals(assertThrows(() => readVector(field, value), SampleError).message, `Cannot use ${message}`);
  }
});

Deno.test("readSparseVector() leaves out zeros and missing numbers", () => {
  assertEquals(readSparseVector(field, [0, 5, NaN, 7], 4), { indices: [1, 3], values: [5, 7] });
  assertEquals(readSparseVector(field, { indices: [9, 2], values: [1, 2] }, 10), { indices: [2, 9], values: [2, 1] });
  const message = "Cannot use features.v as it must hold at most 3 numbers: current value is an array of length 4";
  assertEquals(assertThrows(() => readSparseVector(field, [0, 5, 0, 7], 3), SampleError).message, message);
});
