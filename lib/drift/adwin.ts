import { log } from "../kernel/mod.ts";
import { addToHistogram, type Buckets, bucketsOf, dropOldest, type Histogram } from "./exponential_histogram.ts";
import type { DriftDetector } from "./drift_detector.ts";
import { between0And1, requireOptions, whole, wholeFrom0 } from "./require_option.ts";
import { requireValue } from "./require_value.ts";

/** Options of {@linkcode adwin}. */
export interface AdwinOptions {
  /**
   * The confidence: a bound on the probability of a false alarm at a test. The smaller, the fewer and later the alarms.
   *
   * @default {0.002}
   */
  readonly delta?: number;
  /**
   * After how many values each test follows.
   *
   * @default {32}
   */
  readonly clock?: number;
  /**
   * How many buckets of the same size there are at most: M.
   *
   * @default {5}
   */
  readonly maxBuckets?: number;
  /**
   * How many values each part of the window must hold.
   *
   * @default {5}
   */
  readonly minWindowLength?: number;
  /**
   * The window must hold more values than this.
   *
   * @default {10}
   */
  readonly gracePeriod?: number;
}

/** The state of {@linkcode adwin}: the window, in buckets. */
export interface AdwinState {
  /** The buckets by size: the ones at place i hold 2^i values each. */
  readonly rows: Histogram;
  /** How many values the window holds. */
  readonly width: number;
  /** How many values came since the last test. */
  readonly ticks: number;
  /** Whether the newest value has shown a drift. */
  readonly drift: boolean;
}

/**
 * Adaptive windowing: a window that grows while its values may share one mean, and drops its oldest values when they
 * cannot. The window W of n values with the variance v is cut in two, the older W0 of n0 and the newer W1 of n1 values,
 * wherever buckets meet; there is a drift if for some cut
 *
 * |mean W0 - mean W1| > sqrt(2 / m v ln(2 / d)) + 2 / (3 m) ln(2 / d),   d = delta / ln n,
 * 1 / m = 1 / (n0 - minWindowLength + 1) + 1 / (n1 - minWindowLength + 1).
 *
 * Then the oldest buckets go, one by one, until no cut shows a difference. As a few old values may be left with the new
 * ones, a large change is often signalled again at the next tests (Bifet and Gavalda, "Learning from time-changing data
 * with adaptive windowing", 2007; the lengths from the shortest ones on as in MOA).
 *
 * The buckets are an exponential histogram: at most `maxBuckets` of each size 2^i, so 2 maxBuckets log2 n numbers are
 * remembered. They hold means, not sums, and nothing is ever subtracted: rounding never makes a constant stream drift.
 * The bound is made for values from 0 to 1; where values are larger, its second term is smaller than it ought to be. A
 * mean that falls, such as the costs of a learner that gets better, is a drift as one that rises.
 *
 * @param options When there is a drift, and how often to look.
 * @returns The detector; it gives no warnings.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { adwin } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const detector = adwin();
 * let state = detector.init();
 * for (let i = 0; i < 1024; i++) state = detector.update(state, i % 5 === 0 ? 1 : 0);
 * assertEquals([detector.status(state), state.width], ["stable", 1024]);
 * let late = 0;
 * while (detector.status(state) === "stable") state = detector.update(state, late++ % 2);
 * assertEquals([late, state.width], [96, 416]);
 * // The values of the old kind go as the new ones make the case against them.
 * for (let i = 0; i < 1000; i++) state = detector.update(state, late++ % 2);
 * assertEquals([detector.status(state), state.width < 1200], ["stable", true]);
 * ```
 */
export function adwin(options: AdwinOptions = {}): DriftDetector<AdwinState> {
  const { delta = 0.002, clock = 32, maxBuckets = 5, minWindowLength = 5, gracePeriod = 10 } = options;
  requireOptions("adwin", { delta, clock, maxBuckets, minWindowLength, gracePeriod }, {
    delta: between0And1,
    clock: whole,
    maxBuckets: whole,
    minWindowLength: whole,
    gracePeriod: wholeFrom0,
  });
  return {
    spec: { name: "adwin", delta, clock, maxBuckets, minWindowLength, gracePeriod },
    form: {
      rows: ["list", { means: ["list", "number"], squares: ["list", "number"] }],
      width: "count",
      ticks: "count",
      drift: "boolean",
    },
    init: () => ({ rows: [], width: 0, ticks: 0, drift: false }),
    update(state, value) {
      requireValue("adwin", value);
      const rows = addToHistogram(state.rows, value, maxBuckets);
      const width = state.width + 1;
      const ticks = (state.ticks + 1) % clock;
      if (ticks !== 0 || width <= gracePeriod) return { rows, width, ticks, drift: false };
      const buckets = bucketsOf(rows);
      const old = countOld(buckets, { delta, minWindowLength });
      if (old === 0) return { rows, width, ticks, drift: false };
      const gone = buckets.counts.slice(0, old).reduce((sum, count) => sum + count, 0);
      return { rows: dropOldest(rows, old), width: width - gone, ticks, drift: true };
    },
    status: ({ drift }) => drift ? "drift" : "stable",
  };
}

/** How many of the oldest buckets have to go until no cut shows a difference. */
function countOld(
  { counts, means, squares }: Buckets,
  { delta, minWindowLength }: { readonly delta: number; readonly minWindowLength: number },
): number {
  // In numbers and not in buckets, as an object in a loop is made anew each time. First each bucket and all newer ones as one.
  const newer = { counts: counts.slice(), means: means.slice(), squares: squares.slice() };
  for (let k = counts.length - 2; k >= 0; k--) {
    const count = counts[k] + newer.counts[k + 1];
    const distance = newer.means[k + 1] - means[k];
    const share = newer.counts[k + 1] / count;
    newer.counts[k] = count;
    newer.means[k] = means[k] + distance * share;
    newer.squares[k] = squares[k] + newer.squares[k + 1] + distance * distance * share * counts[k];
  }
  let first = 0;
  while (hasCut(first)) first++; // the last bucket alone has no cut
  return first;

  function hasCut(first: number): boolean {
    const variance = newer.squares[first] / newer.counts[first];
    const confidence = log(2 * log(newer.counts[first]) / delta);
    let n0 = counts[first]; // of the older part, as the mean
    let mean = means[first];
    for (let cut = first + 1; cut < counts.length; cut++) {
      const n1 = newer.counts[cut];
      if (n1 < minWindowLength) return false;
      if (n0 >= minWindowLength) {
        const reciprocal = 1 / (n0 - minWindowLength + 1) + 1 / (n1 - minWindowLength + 1);
        const above = Math.abs(mean - newer.means[cut]) - 2 / 3 * confidence * reciprocal;
        if (above > 0 && above * above > 2 * reciprocal * variance * confidence) return true;
      }
      n0 += counts[cut];
      mean += (means[cut] - mean) * (counts[cut] / n0);
    }
    return false;
  }
}
