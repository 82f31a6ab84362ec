import { createFeatureEncoder } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { limitedRow } from "../../lib/feature/limited_row.ts";
import { learnRow, scaledColumns, SCALER_NAMES } from "../../lib/feature/scaled_columns.ts";

const standard = scaledColumns([1, 1]);
/** Both columns have the mean 2 and the deviation 1. */
const known = [[1, 1], [3, 3]].reduce<Float64Array>((state, row) => learnRow(state, standard, row), new Float64Array());
const limited = (row: number[], most = 20) => [...limitedRow(known, standard, { row: Float64Array.from(row), most })];

Deno.test("limitedRow() takes no number to be further than so many deviations from the mean", () => {
  assertEquals(limited([1e30, -1e30]), [22, -18]);
  assertEquals(limited([23, 21]), [22, 21]);
  assertEquals(limited([5, 0], 1), [3, 1]);
});

Deno.test("limitedRow() gives the row itself if nothing is further away, and never changes it", () => {
  const near = Float64Array.of(22, NaN);
  assertEquals(limitedRow(known, standard, { row: near, most: 20 }) === near, true);
  const far = Float64Array.of(100, 2);
  limitedRow(known, standard, { row: far, most: 20 });
  assertEquals([...far], [100, 2]);
});

Deno.test("limitedRow() keeps numbers of columns without a spread, new ones, and those that are scaled otherwise", () => {
  const same = learnRow(new Float64Array(), standard, [1, 1]);
  assertEquals([...limitedRow(same, standard, { row: Float64Array.of(9, 9), most: 1 })], [9, 9]);
  assertEquals([...limitedRow(new Float64Array(), standard, { row: Float64Array.of(9, 9), most: 1 })], [9, 9]);
  for (const scaler of ["none", "minMax", "robust"] as const) {
    const columns = scaledColumns([SCALER_NAMES.indexOf(scaler)]);
    const state = [[1], [3], [2]].reduce<Float64Array>(
      (state, row) => learnRow(state, columns, row),
      new Float64Array(),
    );
    assertEquals([...limitedRow(state, columns, { row: Float64Array.of(100), most: 1 })], [100]);
  }
});

Deno.test("an encoder that clips keeps its scale when an outlier comes", () => {
  const prepared = (clip?: number) => {
    const encoder = createFeatureEncoder(clip === undefined ? {} : { clip });
    const values = [...Array.from({ length: 100 }, (_, i) => i % 2), 1e30];
    const state = values.map((x) => ({ x })).reduce(encoder.update, encoder.init());
    return [0, 1].map((x) => (encoder.prepare(state, encoder.read(state, { x })) as unknown as Float32Array)[0]);
  };
  const [low, high] = prepared(5); // mean and deviation are nearly 1/2, and the outlier is taken for 10.5
  assertEquals(high - low > 0.8, true);
  const [lost, gone] = prepared();
  assertEquals(gone - lost < 1e-6, true);
});
