import { assertEquals } from "@std/assert";
import { pathOf } from "../../lib/feature/layout_index.ts";
import { indexOf } from "./index_of.ts";

const index = indexOf(
  ["n numeric", "c categorical", "v vector", "t timestamp", "toString boolean"],
  [
    ...["0 number 0 1", "1 category 0 1", "2 elements 0 3", "3 cycle 0 2", "3 moment 5 1", "4 number 0 1"],
    ...["1 category 1 1", "0 missing -1 1", "2 missing 2 1", "1 buckets 0 8"],
  ],
  { categories: [[], ["x", "y"]], schema: { fields: [], open: true, impute: "zero" } },
);

Deno.test("indexLayout() finds the columns of each field", () => {
  const [n, c, v, t, b] = index.fields;
  assertEquals([n.column, n.scaled, c.column, c.scaled, v.column, v.scaled, v.length], [0, 0, 1, -1, 2, 1, 3]);
  assertEquals([...c.categories], [["x", 1], ["y", 9]]);
  assertEquals([c.buckets, t.blocks[1]], [
    { place: 0, column: 12, size: 8, scaled: -1 },
    { place: 5, column: 7, size: 1, scaled: 4 },
  ]);
  assertEquals([n.isInherited, b.isInherited, n.path, index.places.get("t")], [false, true, "features.n", 3]);
});

Deno.test("indexLayout() tells the scaled columns, and those of missing values with what they are of", () => {
  assertEquals([index.width, [...index.scaledAt], [...index.scaling.scalers]], [20, [0, 2, 3, 4, 7, 8], [
    1,
    1,
    1,
    1,
    1,
    0,
  ]]);
  assertEquals([...index.scaledOf].slice(0, 10), [0, -1, 1, 2, 3, -1, -1, 4, 5, -1]);
  assertEquals(index.indicators, [{ column: 10, source: 0 }, { column: 11, source: 4 }]);
  assertEquals([index.isAllScaled, index.isFilled, [...index.isZero], [...index.isPrevious]], [
    false,
    true,
    [1, 1, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0],
  ]);
  assertEquals(index.plainFields.map(({ name }) => name), ["n", "c", "v", "t"]);
});

Deno.test("indexLayout() says that columns are sparse from 64 on, if more than half are not scaled", () => {
  const isSparse = (words: number, elements: number) =>
    indexOf(["w text", "v vector"], [`0 words 0 ${words}`, `1 elements 0 ${elements}`]).isSparse;
  assertEquals([isSparse(32, 31), isSparse(33, 31), isSparse(32, 32), isSparse(1000, 10)], [false, true, false, true]);
});

Deno.test("indexLayout() knows no column of what is missing in a field that had none", () => {
  assertEquals(indexOf(["c categorical"], ["0 missing -1 1"]).indicators, [{ column: 0, source: -1 }]);
});

Deno.test("pathOf() calls a field after the sample, and the one without a name the features themselves", () => {
  assertEquals([pathOf("age"), pathOf("")], ["features.age", "features"]);
});
