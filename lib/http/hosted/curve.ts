import type { CurvePoint } from "./model_stats.ts";

/** A learning curve in buckets of equally many samples. */
export interface Curve {
  /** How many samples a bucket takes: a power of 2. */
  readonly bucket: number;
  /** When each full bucket was full, in milliseconds since 1970. */
  readonly times: Float64Array;
  /** The means of the full buckets. Shape: (buckets, 4), in the order of {@linkcode Scored}. */
  readonly means: Float32Array;
  /** The sums of the bucket that is not full, in the same order, and how many samples it has. Shape: (5). */
  readonly open: Float64Array;
}

/** What is drawn of a sample. */
export interface Scored {
  /** Its cost. */
  readonly cost: number;
  /** 1 if its class was predicted and 0 otherwise; the absolute error of a regression. */
  readonly score: number;
  /** The same of the baseline `noChange`. */
  readonly noChange: number;
  /** The same of the baseline `prior`. */
  readonly prior: number;
}

/** A curve has so many points at most. */
const MOST = 512;
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
 * @param scored What the samples were scored, in their order.
 * @param time When they were learned.
 * @returns The curve with them.
 */
export function updateCurve(curve: Curve, scored: readonly Scored[], time: number): Curve {
  let { bucket } = curve;
  const [times, means, open] = [[...curve.times], [...curve.means], curve.open.slice()];
  for (const { cost, score, noChange, prior } of scored) {
    open[0] += cost;
    open[1] += score;
    open[2] += noChange;
    open[3] += prior;
    if (++open[COLUMNS] < bucket) continue;
    for (let column = 0; column < COLUMNS; column++) means.push(open[column] / bucket);
    times.push(time);
    open.fill(0);
    if (times.length < MOST) continue;
    bucket *= 2;
    halve(times, means);
  }
  return { bucket, times: Float64Array.from(times), means: Float32Array.from(means), open };
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

function halve(times: number[], means: number[]): void {
  const half = times.length / 2;
  for (let i = 0; i < half; i++) {
    times[i] = times[2 * i + 1];
    for (let column = 0; column < COLUMNS; column++) {
      const at = 2 * i * COLUMNS + column;
      means[i * COLUMNS + column] = (means[at] + means[at + COLUMNS]) / 2;
    }
  }
  times.length = half;
  means.length = half * COLUMNS;
}
