import type { Metric } from "./metric.ts";
import { requireWhole } from "./require_whole.ts";

/** The state of {@linkcode rollingMean}. */
export interface RollingMeanState {
  /** The newest numbers, the oldest first. */
  readonly values: readonly number[];
}

/**
 * The mean of the newest numbers, which an update copies; for long windows there is `rolling(mean(), { window })`.
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
  requireWhole("rollingMean", "window", window);
  return {
    spec: { name: "rollingMean", window },
    form: { values: ["list", "number"] },
    observation: "number",
    init: () => ({ values: [] }),
    update: ({ values }, value) => ({ values: [...values, value].slice(-window) }),
    value: ({ values }) => values.length === 0 ? NaN : values.reduce((sum, x) => sum + x, 0) / values.length,
  };
}
