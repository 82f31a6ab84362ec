import { assertEquals } from "@std/assert";
import { readColumns, readScaled } from "../../lib/feature/read_columns.ts";
import { indexOf } from "./index_of.ts";

const none = new Float64Array();

Deno.test("readScaled() gives the numbers of the scaled columns, NaN where one is missing", () => {
  const index = indexOf(["n numeric", "v vector", "c categorical", "t timestamp", "b boolean"], [
    ...["0 number 0 1", "1 elements 0 2", "2 category 0 1", "3 moment 4 1", "3 moment 5 1", "4 number 0 1"],
  ], { categories: [[], [], ["x"]] });
  const record = { n: "5", v: [1, null], c: "x", t: new Date(86_400_000), b: true };
  assertEquals([...readScaled(index, record)], [5, 1, NaN, 1970, 1, 1]);
  assertEquals([...readScaled(index, {})], [NaN, NaN, NaN, NaN, NaN, NaN]);
});

Deno.test("readColumns() puts numbers, categories and missing values in their columns", () => {
  const index = indexOf(["n numeric", "c categorical"], [
    "0 number 0 1",
    "1 category 0 1",
    "1 category 1 1",
    "0 missing -1 1",
  ], {
    categories: [[], ["x", "y"]],
  });
  assertEquals(readColumns(index, { n: 5, c: "y" }, none), Float64Array.of(5, 0, 1, 0));
  assertEquals(readColumns(index, { c: "z" }, none), Float64Array.of(NaN, 0, 0, 1));
});

Deno.test("readColumns() gives sparse columns in order: what is not 0, what is scaled, and the last", () => {
  const index = indexOf(["c categorical", "n numeric"], [
    "0 category 0 1",
    "1 number 0 1",
    "0 category 1 1",
    "0 buckets 0 64",
  ], {
    categories: [["x", "y"]],
  });
  const { indices, values } = readColumns(index, { n: 0, c: "y" }, none) as unknown as Record<string, Float64Array>;
  assertEquals([[...indices], [...values]], [[1, 2, 66], [0, 1, 0]]);
  const first = readColumns(index, { c: "x" }, none) as unknown as Record<string, Float64Array>;
  assertEquals([[...first.indices], [...first.values]], [[0, 1, 66], [1, NaN, 0]]);
});

Deno.test("readColumns() puts 0 or the previous number where one is missing, as the field says", () => {
  const read = (impute: "zero" | "previous", previous: Float64Array) => {
    const index = indexOf(["a numeric", "b numeric"], ["0 number 0 1", "1 number 0 1"], {
      schema: { fields: [], impute },
    });
    return [...readColumns(index, { a: 7 }, previous) as Float64Array];
  };
  assertEquals(read("zero", none), [7, 0]);
  assertEquals(read("previous", Float64Array.of(1, 2)), [7, 2]);
  assertEquals([read("previous", Float64Array.of(1)), read("previous", none)], [[7, NaN], [7, NaN]]);
});
