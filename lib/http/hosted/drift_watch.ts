import { adwin, type AdwinState } from "../../drift/mod.ts";

/** What is remembered to notice a drift. */
export interface DriftWatch {
  /** The detector, which is shown means of some errors. */
  readonly window: AdwinState;
  /** The sum of the errors that are not shown yet. */
  readonly sum: number;
  /** How many these are. */
  readonly count: number;
  /** How many drifts there were. */
  readonly drifts: number;
}

/** Watches errors. */
export interface OpenDriftWatch {
  /** Takes the error of a sample, from 0 to 1. */
  add(error: number): void;
  /** What is remembered by then. */
  state(): DriftWatch;
}

/** So many errors are shown to the detector as one, their mean, as a stream may be fast; it looks after each four. */
const AT_ONCE = 16;
const DETECTOR = adwin({ clock: 4, maxBuckets: 3 });

/** What is remembered before the first error. */
export function initDriftWatch(): DriftWatch {
  return { window: DETECTOR.init(), sum: 0, count: 0, drifts: 0 };
}

/**
 * Goes on watching the errors of a model by ADWIN. Only where they become larger there is a drift, as a model that gets better
 * is none.
 *
 * @param watch What is remembered.
 * @returns The watch.
 */
export function openDriftWatch(watch: DriftWatch): OpenDriftWatch {
  let { window, count, drifts } = watch;
  const sum = Float64Array.of(watch.sum); // V8 makes an object of each number that a variable of a closure is given
  return {
    add(error) {
      sum[0] += error;
      if (++count < AT_ONCE) return;
      const before = window;
      window = DETECTOR.update(window, sum[0] / count);
      if (DETECTOR.status(window) === "drift" && meanOf(window) > meanOf(before)) drifts++;
      sum[0] = count = 0;
    },
    state: () => ({ window, sum: sum[0], count, drifts }),
  };
}

/** The mean of all values of a window. The buckets at place i hold 2^i values each. */
function meanOf({ rows, width }: AdwinState): number {
  let sum = 0;
  rows.forEach(({ means }, i) => means.forEach((mean) => sum += mean * 2 ** i));
  return sum / width;
}
