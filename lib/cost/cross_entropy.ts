import { exp, log, log1p } from "../kernel/mod.ts";
import type { Cost, OutputLayer } from "./cost.ts";

/** How near to 0 and 1 an activation may come where the logarithm is taken of the activation itself. */
const MARGIN = 1e-7;

/**
 * The cross-entropy cost.
 *
 * - Over a softmax it is the categorical one, C = -sum_j y_j ln a_j, with gradient -y_j / a_j and the simplified output
 *   delta a_j sum_k y_k - y_j, which is a - y for a target that adds up to 1.
 * - Over any other activation it is the binary one for each output, C = -sum_j [y_j ln a_j + (1 - y_j) ln(1 - a_j)],
 *   with gradient (a_j - y_j) / (a_j (1 - a_j)); over a sigmoid the output delta is a - y.
 *
 * Over sigmoid and softmax the cost is computed from the weighted inputs, so that it is exact however sure the network
 * is, and the output delta does not divide. Where a_j is divided by or its logarithm taken (in the gradients, and in the
 * cost over other activations), it is held between 1e-7 and 1 - 1e-7, and outside that range a binary output passes no
 * error back: use sigmoid or softmax (Nielsen, "Neural networks and deep learning", chapter 3).
 *
 * @example Usage
 * ```ts
 * import { crossEntropy } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const output = { activation: "sigmoid", weightedInputs: [0], activations: [0.5] };
 * assertAlmostEquals(crossEntropy.cost(output, [1]), Math.LN2);
 * assertAlmostEquals(crossEntropy.gradient(output, [1])[0], -2);
 * ```
 */
export const crossEntropy: Cost = {
  cost(output, target) {
    if (output.activation === "softmax") return categoricalCost(output.weightedInputs, target);
    let sum = 0;
    for (let j = 0; j < target.length; j++) sum += binaryCost(output, target[j], j);
    return sum;
  },
  gradient({ activation, activations }, target) {
    if (activation === "softmax") return Float64Array.from(activations, (a, j) => -target[j] / Math.max(a, MARGIN));
    return Float64Array.from(activations, (a, j) => a < MARGIN || a > 1 - MARGIN ? 0 : (a - target[j]) / (a * (1 - a)));
  },
  outputDelta(output, target, pullBack) {
    const { activation, activations } = output;
    if (activation === "sigmoid") return Float64Array.from(activations, (a, j) => a - target[j]);
    if (activation !== "softmax") return pullBack(crossEntropy.gradient(output, target));
    let total = 0;
    for (let j = 0; j < target.length; j++) total += target[j];
    return Float64Array.from(activations, (a, j) => a * total - target[j]);
  },
};

/** -sum_j y_j ln softmax(z)_j = sum_j y_j (ln sum_k e^(z_k - m) + (m - z_j)), m the largest z. */
function categoricalCost(z: ArrayLike<number>, target: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let j = 0; j < z.length; j++) largest = Math.max(largest, z[j]);
  let sum = 0;
  for (let j = 0; j < z.length; j++) sum += exp(z[j] - largest);
  const logarithm = log(sum);
  let cost = 0;
  for (let j = 0; j < z.length; j++) if (target[j] !== 0) cost += target[j] * (logarithm + (largest - z[j]));
  return cost;
}

function binaryCost({ activation, weightedInputs, activations }: OutputLayer, y: number, j: number): number {
  if (activation === "sigmoid") {
    // -[y ln s(z) + (1 - y) ln(1 - s(z))] = ln(1 + e^z) - y z.
    const z = weightedInputs[j];
    return Math.max(z, 0) - y * z + log1p(exp(-Math.abs(z)));
  }
  const a = Math.max(MARGIN, Math.min(1 - MARGIN, activations[j]));
  return -(y * log(a) + (1 - y) * log(1 - a));
}
