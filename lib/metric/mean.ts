import type { Metric } from "./metric.ts";

/** The state of {@linkcode mean}. */
export interface MeanState {
  /** How many numbers there were; under `fading` the sum of their weights. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number;
}

/**
 * The mean of all numbers so far, m' = m + (x - m) / n (Welford, 1962). Over 1 for a right prediction and 0 for a wrong
 * one it is the accuracy; over costs, the mean cost.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { mean } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = mean();
 * assertEquals(metric.value([1, 2, 6].reduce(metric.update, metric.init())), 3);
 * ```
 */
export function mean(): Metric<MeanState> {
  return {
    spec: { name: "mean" },
    form: { count: "number", mean: "number" },
    observation: "number",
    init: () => ({ count: 0, mean: 0 }),
    update: ({ count, mean }, value) => ({ count: count + 1, mean: mean + (value - mean) / (count + 1) }),
    value: ({ count, mean }) => count === 0 ? NaN : mean,
    merge(state, later) {
      const count = state.count + later.count;
      return count === 0 ? state : { count, mean: state.mean + (later.mean - state.mean) * (later.count / count) };
    },
    scale: ({ count, mean }, factor) => ({ count: factor * count, mean }),
  };
}
