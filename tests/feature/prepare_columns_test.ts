import type { SparseVector, Vector } from "../../lib/kernel/mod.ts";
import { assertEquals } from "@std/assert";
import { prepareColumns } from "../../lib/feature/prepare_columns.ts";
import { indexOf } from "./index_of.ts";

/** n is scaled by center 10 and spread 2, its mean is 12; then a category, a column for missing n, and m, without scale. */
const index = indexOf(
  ["n numeric", "c categorical", "m numeric"],
  ["0 number 0 1", "1 category 0 1", "0 missing -1 1", "2 number 0 1", "2 missing -1 1"],
  {
    categories: [[], ["x"]],
    schema: {
      fields: [{ name: "n", type: "numeric" }, { name: "c", type: "categorical" }, {
        name: "m",
        type: "numeric",
        scaler: "none",
        impute: "zero",
      }],
    },
  },
);
const statistics = Float64Array.of(5, 12, 4, 10, 2, 5, 7, 0, 0, 1);

function dense(...raw: number[]): number[] {
  return [...prepareColumns(index, statistics, Float64Array.from(raw)) as Vector];
}

function sparse(indices: number[], values: number[]): [number, number][] {
  const vector = prepareColumns(index, statistics, { indices, values }) as SparseVector;
  return Array.from(vector.indices, (column, i) => [column, vector.values[i]]);
}

Deno.test("prepareColumns() scales, puts the mean where a number is missing, and leaves the rest as it is", () => {
  assertEquals(dense(14, 1, 0, 3, 0), [2, 1, 0, 3, 0]);
  assertEquals(dense(NaN, 0, 1, NaN, 1), [1, 0, 1, 7, 1]);
});

Deno.test("prepareColumns() takes columns that are not there yet for missing: the mean, 0 if the field says so, and 1 for that", () => {
  assertEquals(dense(14, 1), [2, 1, 0, 0, 1]);
  assertEquals(dense(NaN, 1), [1, 1, 1, 0, 1]);
  assertEquals(dense(14, 1, 0, 3), [2, 1, 0, 3, 0]);
  assertEquals(dense(), [1, 0, 1, 0, 1]);
});

Deno.test("prepareColumns() gives sparse columns without their zeros, the same numbers as dense ones", () => {
  assertEquals(sparse([0, 1, 3, 4], [14, 1, 3, 0]), [[0, 2], [1, 1], [3, 3]]);
  assertEquals(sparse([0, 3, 4], [10, 0, 0]), []);
  assertEquals(sparse([0, 2, 3, 4], [NaN, 1, NaN, 1]), [[0, 1], [2, 1], [3, 7], [4, 1]]);
  assertEquals(sparse([0, 1], [14, 1]), [[0, 2], [1, 1], [4, 1]]);
  assertEquals(sparse([0, 1], [NaN, 1]), [[0, 1], [1, 1], [2, 1], [4, 1]]);
  assertEquals(sparse([], []), [[0, 1], [2, 1], [4, 1]]);
});

Deno.test("prepareColumns() keeps every number finite in float32", () => {
  const tiny = Float64Array.of(5, 0, 0, 0, 1e-300, 5, 7, 0, 0, 1);
  const raw = Float64Array.of(-1e30, 0, 0, 3e38, 0);
  assertEquals([...prepareColumns(index, tiny, raw) as Vector], [-3.4028234663852886e38, 0, 0, Math.fround(3e38), 0]);
});
