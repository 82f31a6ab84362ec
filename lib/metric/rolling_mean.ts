import type { Metric } from "./metric.ts";

/** The state of {@linkcode rollingMean}. */
export interface RollingMeanState {
  /** The newest numbers, the oldest first. */
  readonly values: readonly number[];
}

/**
 * The mean of the newest numbers.
 *
 * @param window How many numbers count: a whole number above 0.
 * @returns The metric.
 * @throws {RangeError} If the window is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { rollingMean } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = rollingMean(2);
 * assertEquals(metric.value([1, 2, 6].reduce(metric.update, metric.init())), 4);
 * ```
 */
export function rollingMean(window: number): Metric<RollingMeanState> {
  if (!Number.isInteger(window) || window < 1) {
    throw new RangeError(
      `Cannot create rollingMean as window must be a whole number above 0: current value is ${window}`,
    );
  }
  return {
    init: () => ({ values: [] }),
    update: ({ values }, value) => ({ values: [...values, value].slice(-window) }),
    value: ({ values }) => values.length === 0 ? NaN : values.reduce((sum, x) => sum + x, 0) / values.length,
  };
}
