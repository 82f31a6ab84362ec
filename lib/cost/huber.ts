import type { Cost } from "./cost.ts";

/** Where the square turns into a straight line. */
const DELTA = 1;

/**
 * The Huber cost: with e_j = a_j - y_j, C = sum_j e_j^2 / 2 where |e_j| is at most 1 and |e_j| - 1/2 beyond; its
 * gradient is e_j, held between -1 and 1 (Huber, "Robust estimation of a location parameter", 1964).
 *
 * @example Usage
 * ```ts
 * import { huber } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const output = { activation: "identity", weightedInputs: [3, 0.5], activations: [3, 0.5] };
 * assertEquals(huber.cost(output, [0, 0]), 2.625);
 * assertEquals([...huber.gradient(output, [0, 0])], [1, 0.5]);
 * ```
 */
export const huber: Cost = {
  cost({ activations }, target) {
    let sum = 0;
    for (let j = 0; j < activations.length; j++) {
      const error = Math.abs(activations[j] - target[j]);
      sum += error <= DELTA ? error * error / 2 : DELTA * (error - DELTA / 2);
    }
    return sum;
  },
  gradient({ activations }, target) {
    return Float64Array.from(activations, (a, j) => Math.max(-DELTA, Math.min(DELTA, a - target[j])));
  },
  outputDelta(output, target, pullBack) {
    return pullBack(huber.gradient(output, target));
  },
};
