import { assertEquals } from "@std/assert";
import { learnRow, scaled, scaledColumns, SCALER_NAMES, unscaled } from "../../lib/feature/scaled_columns.ts";

const all = scaledColumns(SCALER_NAMES.map((_, k) => k));

Deno.test("scaledColumns() places the statistics one after the other", () => {
  assertEquals([...all.offsets], [0, 5, 10, 15]);
  assertEquals([all.size, scaledColumns([]).size], [15 + 69, 0]);
});

Deno.test("learnRow() learns each column as its scaler does", () => {
  let statistics = new Float64Array();
  for (const x of [2, 6, 4, 4]) statistics = learnRow(statistics, all, [x, x, x, x]);
  assertEquals([...statistics.subarray(0, 20)], [
    ...[4, 4, 0, 0, 1], // none
    ...[4, 4, 2, 4, Math.sqrt(2)], // standard: the population variance
    ...[4, 4, 6, 2, 4], // minMax: greatest, least, difference
    ...[4, 4, 0, 4, 1], // robust: quartiles 3.5, 4, 4.5
  ]);
});

Deno.test("learnRow() leaves a column as it is where the number is missing", () => {
  const one = learnRow(new Float64Array(), all, [1, 2, 3, 4]);
  assertEquals(learnRow(one, all, [NaN, NaN, NaN, NaN]), one);
});

Deno.test("learnRow() starts columns that are new", () => {
  const two = scaledColumns([1, 0]);
  const before = learnRow(new Float64Array(), scaledColumns([1]), [4]);
  assertEquals([...learnRow(before, two, [6, NaN])], [2, 5, 1, 5, 1, 0, 0, 0, 0, 1]);
});

Deno.test("learnRow() changes nothing that it is given", () => {
  const before = learnRow(new Float64Array(), all, [1, 2, 3, 4]);
  const copy = before.slice();
  learnRow(before, all, [5, 6, 7, 8]);
  assertEquals(before, copy);
});

Deno.test("scaled() and unscaled() are (x - center) / spread and center + z spread", () => {
  const statistics = [0, 7, 0, 4, 2];
  assertEquals([scaled(statistics, 0, 10), unscaled(statistics, 0, 3)], [3, 10]);
  assertEquals(scaled(statistics, 0, NaN), 1.5); // the mean is 7
  assertEquals([scaled([1, 7, 0, 7, 0], 0, 9), unscaled([1, 7, 0, 7, 0], 0, 9)], [0, 7]);
});
