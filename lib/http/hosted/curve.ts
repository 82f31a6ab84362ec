import type { CurvePoint } from "./model_stats.ts";

/** A learning curve in buckets of equally many samples. */
export interface Curve {
  /** How many samples a bucket takes: a power of 2. */
  readonly bucket: number;
  /** When each full bucket was full, in milliseconds since 1970. */
  readonly times: Float64Array;
  /** The means of the full buckets. Shape: (buckets, 4), cost, score, noChange, prior. */
  readonly means: Float32Array;
  /** The sums of the bucket that is not full, in the same order, and how many samples it has. Shape: (5). */
  readonly open: Float64Array;
}

/** A curve has so many points at most: with 24 bytes each they are the most of what a commit of a small model writes. */
const MOST = 256;
const COLUMNS = 4;

/** The curve before the first sample. */
export function initCurve(): Curve {
  return { bucket: 1, times: new Float64Array(0), means: new Float32Array(0), open: new Float64Array(COLUMNS + 1) };
}

/**
 * Draws samples. Where there would be too many points, each two become one, so that a curve of any length takes the same
 * memory and all its points stand for equally many samples.
 *
 * @param curve The curve.
 * @param points Four numbers a sample: its cost, its score, and the scores of the baselines. Shape: (samples, 4).
 * @param time When they were learned.
 * @returns The curve with them.
 */
export function updateCurve(curve: Curve, points: ArrayLike<number>, time: number): Curve {
  let { bucket } = curve;
  const open = curve.open.slice();
  let full: Full | undefined;
  for (let i = 0; i < points.length; i += COLUMNS) {
    for (let column = 0; column < COLUMNS; column++) open[column] += points[i + column];
    if (++open[COLUMNS] < bucket) continue;
    full ??= unpack(curve);
    for (let column = 0; column < COLUMNS; column++) full.means[full.length * COLUMNS + column] = open[column] / bucket;
    full.times[full.length++] = time;
    open.fill(0);
    if (full.length < MOST) continue;
    bucket *= 2;
    halve(full);
  }
  if (full === undefined) return { ...curve, open };
  return { bucket, times: full.times.slice(0, full.length), means: full.means.slice(0, full.length * COLUMNS), open };
}

/**
 * The points of a curve.
 *
 * @param curve The curve.
 * @returns The points, those of full buckets alone.
 */
export function curvePoints({ bucket, times, means }: Curve): CurvePoint[] {
  return Array.from(times, (time, i) => {
    const [cost, score, noChange, prior] = means.subarray(i * COLUMNS, (i + 1) * COLUMNS);
    return { samples: (i + 1) * bucket, time, cost, score, noChange, prior };
  });
}

interface Full {
  readonly times: Float64Array;
  readonly means: Float32Array;
  length: number;
}

/** The full buckets, with room for all that there can be. */
function unpack(curve: Curve): Full {
  const [times, means] = [new Float64Array(MOST), new Float32Array(MOST * COLUMNS)];
  times.set(curve.times);
  means.set(curve.means);
  return { times, means, length: curve.times.length };
}

function halve(full: Full): void {
  const { times, means } = full;
  full.length /= 2;
  for (let i = 0; i < full.length; i++) {
    times[i] = times[2 * i + 1];
    for (let column = 0; column < COLUMNS; column++) {
      const at = 2 * i * COLUMNS + column;
      means[i * COLUMNS + column] = (means[at] + means[at + COLUMNS]) / 2;
    }
  }
}
