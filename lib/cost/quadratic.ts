import type { Cost } from "./cost.ts";

/**
 * The quadratic cost, C = 1/2 sum_j (a_j - y_j)^2, with gradient a - y (Nielsen, "Neural networks and deep learning",
 * chapter 1).
 *
 * @example Usage
 * ```ts
 * import { quadratic } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const output = { activation: "identity", weightedInputs: [3, 1], activations: [3, 1] };
 * assertEquals(quadratic.cost(output, [1, 1]), 2);
 * assertEquals([...quadratic.gradient(output, [1, 1])], [2, 0]);
 * ```
 */
export const quadratic: Cost = {
  cost({ activations }, target) {
    let sum = 0;
    for (let j = 0; j < activations.length; j++) sum += (activations[j] - target[j]) * (activations[j] - target[j]);
    return sum / 2;
  },
  gradient({ activations }, target) {
    return Float64Array.from(activations, (a, j) => a - target[j]);
  },
  outputDelta(output, target, pullBack) {
    return pullBack(quadratic.gradient(output, target));
  },
};
