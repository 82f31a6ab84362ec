import { type ScaledColumns, SCALER_NAMES } from "./scaled_columns.ts";

const STANDARD = SCALER_NAMES.indexOf("standard");

/**
 * A row whose numbers lie no further than `most` spreads from the center of their column, c - most s <= x <= c + most s: so
 * that one outlier, such as the 1e30 of a broken sensor, does not make all other numbers of a standardized column look alike
 * for ever. Columns that are scaled otherwise, or of which no spread is known yet, keep their numbers.
 *
 * @param statistics What is known of the columns, as `learnRow` gives it; it may reach fewer columns than the row.
 * @param columns How they are scaled.
 * @param limit The row, NaN where a number is missing, and how many spreads a number may be away.
 * @returns The row itself if nothing is further away.
 */
export function limitedRow(
  statistics: Float64Array,
  { scalers, offsets }: ScaledColumns,
  { row, most }: { readonly row: Float64Array<ArrayBuffer>; readonly most: number },
): Float64Array<ArrayBuffer> {
  let limited = row;
  for (let k = 0; k < scalers.length && offsets[k] < statistics.length; k++) {
    const [center, spread] = [statistics[offsets[k] + 3], statistics[offsets[k] + 4]];
    const distance = row[k] - center;
    if (scalers[k] !== STANDARD || !(spread > 0) || !(Math.abs(distance) > most * spread)) continue;
    if (limited === row) limited = row.slice();
    limited[k] = center + (distance > 0 ? most : -most) * spread;
  }
  return limited;
}
