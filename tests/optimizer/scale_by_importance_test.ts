import { backprop, createNetwork } from "@backstream/backstream";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { scaleByImportance } from "../../lib/optimizer/scale_by_importance.ts";

const layers = [{ units: 2, activation: "identity", initializer: "zeros" }] as const;
const network = createNetwork({ inputs: 1, layers });

/** Updates of -rate g a neuron, scaled. */
function scaled(rates: readonly number[], target: Float32Array, weight: number) {
  const { gradients, pass } = backprop(network, [1], target);
  const times = (vector: ArrayLike<number>, by: (j: number) => number) =>
    Float32Array.from(vector, (g, j) => by(j) * g);
  const updates = {
    weights: [times(gradients.weights[0], (j) => -rates[j] * Math.sqrt(weight))],
    biases: [times(gradients.biases[0], (j) => -rates[j] * Math.sqrt(weight))],
  };
  const whole = {
    weights: [times(gradients.weights[0], () => weight)],
    biases: [times(gradients.biases[0], () => weight)],
  };
  const sample = { weightedInputs: pass.weightedInputs[0], target, weight };
  return scaleByImportance(updates, {
    network,
    gradients: whole,
    step: { activations: pass.activations, sample },
  });
}

Deno.test("scaleByImportance() gives each independent output the length of its own error", () => {
  const { weights, biases } = scaled([0.1, 10], Float32Array.of(3, -5), 2);
  // The output is w + b, and both take the same step: 1 - e^(-2 * 2 rate) of the error in all.
  assertAlmostEquals(weights[0][0], 3 * (1 - Math.exp(-0.4)) / 2, 1e-6);
  assertAlmostEquals(biases[0][0], 3 * (1 - Math.exp(-0.4)) / 2, 1e-6);
  assertAlmostEquals(weights[0][1] + biases[0][1], -5, 1e-5);
});

Deno.test("scaleByImportance() leaves what does not go downhill as the optimizer has made it", () => {
  const { weights } = scaled([-0.25, 0.25], Float32Array.of(4, 0), 1);
  assertEquals([...weights[0]], [-1, 0]); // the gradient is -4
});
