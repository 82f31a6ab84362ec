import { DIGEST_NUMBERS, nextDigest, quartileOf } from "./quartile_digest.ts";

/** The scalers by name; the place is their number in {@linkcode ScaledColumns}. */
export const SCALER_NAMES = ["none", "standard", "minMax", "robust"] as const;

/** The name of a scaler. */
export type ScalerName = typeof SCALER_NAMES[number];

const NONE = 0;
const STANDARD = 1;
const MIN_MAX = 2;
const ROBUST = 3;

/** The numbers that every column has: count, mean, variance or maximum, center, spread. */
const NUMBERS = 5;

/** How columns are scaled, and where the statistics of each begin. */
export interface ScaledColumns {
  /** The scaler of each column, as its place among {@linkcode SCALER_NAMES}. */
  readonly scalers: Uint8Array;
  /** Where the statistics of each column begin. */
  readonly offsets: Int32Array;
  /** How many numbers the statistics are. */
  readonly size: number;
}

/**
 * How columns are scaled.
 *
 * @param scalers The scaler of each column, as its place among {@linkcode SCALER_NAMES}.
 * @returns The same, and where statistics begin.
 */
export function scaledColumns(scalers: ArrayLike<number>): ScaledColumns {
  const offsets = new Int32Array(scalers.length);
  let size = 0;
  for (let k = 0; k < scalers.length; k++) {
    offsets[k] = size;
    size += NUMBERS + (scalers[k] === ROBUST ? DIGEST_NUMBERS : 0);
  }
  return { scalers: Uint8Array.from(scalers), offsets, size };
}

/**
 * The statistics after one more row.
 *
 * Each column has its count n, mean m, a third number, and the center c and the spread s of which (x - c) / s is made. All
 * follow Welford's recurrence m' = m + (x - m) / n; then
 * standard: the third is the population variance v' = v + ((x - m)(x - m') - v) / n, c = m and s = sqrt(v);
 * minMax: the third is the maximum, c the minimum, and s the difference;
 * robust: c is the median, s the distance of the quartiles, and the digest of {@linkcode nextDigest} comes after;
 * none: c = 0 and s = 1.
 *
 * @param statistics The numbers so far; columns that they do not reach start with this row.
 * @param columns How they are scaled.
 * @param row The numbers, finite; NaN is missing and leaves a column as it is.
 * @returns The new numbers.
 */
export function learnRow(
  statistics: Float64Array,
  { scalers, offsets, size }: ScaledColumns,
  row: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  const next = statistics.length === size ? statistics.slice() as Float64Array<ArrayBuffer> : new Float64Array(size);
  if (statistics.length < size) {
    next.set(statistics);
    for (let k = 0; k < scalers.length; k++) {
      if (scalers[k] === NONE) next[offsets[k] + 4] = 1;
    }
  }
  for (let k = 0; k < scalers.length; k++) {
    const x = row[k];
    if (x !== x) continue;
    const at = offsets[k];
    const count = next[at] + 1;
    const before = next[at + 1];
    const mean = before + (x - before) / count;
    next[at] = count;
    next[at + 1] = mean;
    const scaler = scalers[k];
    if (scaler === STANDARD) {
      const variance = next[at + 2] + ((x - before) * (x - mean) - next[at + 2]) / count;
      next[at + 2] = variance;
      next[at + 3] = mean;
      next[at + 4] = Math.sqrt(variance);
    } else if (scaler === MIN_MAX) {
      const [least, most] = count === 1 ? [x, x] : [Math.min(next[at + 3], x), Math.max(next[at + 2], x)];
      next[at + 2] = most;
      next[at + 3] = least;
      next[at + 4] = most - least;
    } else if (scaler === ROBUST) {
      const from = at + NUMBERS;
      const digest = nextDigest(next.subarray(from, from + DIGEST_NUMBERS), x);
      next.set(digest, from);
      next[at + 3] = quartileOf(digest, count, 2);
      next[at + 4] = quartileOf(digest, count, 3) - quartileOf(digest, count, 1);
    }
  }
  return next;
}

/**
 * A number, scaled: (x - c) / s, or 0 where s is 0.
 *
 * @param statistics The numbers of all columns.
 * @param at Where those of the column begin.
 * @param x The number; NaN stands for the mean so far.
 * @returns The scaled number.
 */
export function scaled(statistics: ArrayLike<number>, at: number, x: number): number {
  const spread = statistics[at + 4];
  return spread > 0 ? ((x === x ? x : statistics[at + 1]) - statistics[at + 3]) / spread : 0;
}

/**
 * The number that a scaled one stands for: c + z s.
 *
 * @param statistics The numbers of all columns.
 * @param at Where those of the column begin.
 * @param z The scaled number.
 * @returns The number.
 */
export function unscaled(statistics: ArrayLike<number>, at: number, z: number): number {
  return statistics[at + 3] + z * statistics[at + 4];
}
