import {
  learnRow,
  scaled,
  type ScaledColumns,
  scaledColumns,
  SCALER_NAMES,
  type ScalerName,
  unscaled,
} from "./scaled_columns.ts";
import { SampleError } from "./sample_error.ts";
import type { Scaler } from "./scaler.ts";

/**
 * A scaler that treats all columns alike.
 *
 * @param name What its spec says.
 * @param kind How each column is scaled.
 * @returns The scaler.
 */
export function createScaler(name: string, kind: ScalerName): Scaler {
  const scaler = SCALER_NAMES.indexOf(kind);
  const numbers = scaledColumns([scaler]).size;
  let columns = scaledColumns([]); // those of the latest row, as most rows are of one length
  const columnsOf = (length: number): ScaledColumns => {
    if (columns.scalers.length !== length) columns = scaledColumns(new Uint8Array(length).fill(scaler));
    return columns;
  };
  return {
    spec: { name },
    form: { statistics: "float64" },
    init: () => ({ statistics: new Float64Array() }),
    update({ statistics }, row) {
      requireNumbers(row);
      const width = Math.max(row.length, statistics.length / numbers);
      const padded = row.length < width ? [...Array.from(row), ...new Array(width - row.length).fill(NaN)] : row;
      return { statistics: learnRow(statistics, columnsOf(width), padded) };
    },
    transform: ({ statistics }, row) =>
      Float64Array.from(row, (x, k) => x === x ? scaled(statistics, k * numbers, x) : NaN),
    inverse: ({ statistics }, row) =>
      Float64Array.from(row, (z, k) => k * numbers < statistics.length ? unscaled(statistics, k * numbers, z) : 0),
  };
}

function requireNumbers(row: ArrayLike<number>): void {
  for (let k = 0; k < row.length; k++) {
    const value: unknown = row[k];
    if (typeof value === "number" && Math.abs(value) !== Infinity) continue;
    throw new SampleError({ field: `row[${k}]`, rule: "be a finite number, or NaN where it is missing", value });
  }
}
