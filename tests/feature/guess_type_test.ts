import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { guessType, isArray, isMissing, isSparse } from "../../lib/feature/guess_type.ts";

Deno.test("guessType() tells the type of field that a value suggests", () => {
  const guesses: [value: unknown, type: string][] = [
    [1, "numeric"],
    [Infinity, "numeric"],
    [true, "boolean"],
    ["Paris", "categorical"],
    ["12", "categorical"],
    [" ", "categorical"],
    ["São Tomé and Príncipe", "categorical"],
    ["a single word that is_very_long_in_all", "text"],
    ["a_name_of_more_than_32_characters_is_no_text", "categorical"],
    ["1 2 3 4 5 6 7 8", "categorical"],
    [new Date(0), "timestamp"],
    ["2024-02-29", "timestamp"],
    ["2024-02-29T10:00:00Z", "timestamp"],
    [[1, 2], "vector"],
    [new Float32Array(2), "vector"],
    [{ indices: [1], values: [2] }, "vector"],
  ];
  for (const [value, type] of guesses) assertEquals(guessType(value, "x"), type, String(value));
});

Deno.test("guessType() throws at what no field can hold", () => {
  const rule = "be a number, a text, a boolean, a date or an array of numbers";
  for (const [value, shown] of [[{ a: 1 }, "an object with keys a"], [() => 1, "a function"], [1n, "1"]]) {
    const error = assertThrows(() => guessType(value, "features.x"), SampleError);
    assertEquals(error.message, `Cannot use features.x as it must ${rule}: current value is ${shown}`);
  }
});

Deno.test("isMissing() holds for null, undefined, NaN, an invalid Date and an empty text", () => {
  for (const value of [null, undefined, NaN, new Date(NaN), ""]) assertEquals(isMissing(value), true, String(value));
  for (const value of [0, -0, false, " ", "0", new Date(0), [], {}]) assertEquals(isMissing(value), false);
});

Deno.test("isArray() holds for arrays and typed arrays, and not for records that have a length", () => {
  for (const value of [[], [1], new Float32Array(1), new Uint8Array()]) assertEquals(isArray(value), true);
  for (const value of [{ length: 2 }, "text", null, new DataView(new ArrayBuffer(8))]) {
    assertEquals(isArray(value), false);
  }
});

Deno.test("isSparse() holds for two arrays by these names, and nothing else beside them", () => {
  assertEquals(isSparse({ indices: [], values: new Float32Array() }), true);
  const others = [null, 1, [], { indices: [] }, { indices: 1, values: 2 }, { indices: [], values: [], age: 1 }];
  for (const value of others) assertEquals(isSparse(value), false);
});
