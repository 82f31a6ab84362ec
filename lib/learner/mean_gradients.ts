import { immutable, referenceKernel } from "../kernel/mod.ts";
import { type Gradients, type Network, parameterBlock, parameterViews } from "../network/mod.ts";

/**
 * Gradients times a number, as the weight of a sample asks for it.
 *
 * @param gradients The gradients.
 * @param factor The number.
 * @returns New gradients; the same ones if the factor is 1.
 */
export function scaleGradients(gradients: Gradients, factor: number): Gradients {
  if (factor === 1) return gradients;
  const scaled = (vector: Gradients["weights"][number]) => {
    const out = new Float32Array(vector.length);
    referenceKernel.scale(factor, vector, out);
    return immutable(out);
  };
  return { weights: gradients.weights.map(scaled), biases: gradients.biases.map(scaled) };
}

/**
 * The mean of the gradients of several samples: their sum, in order, divided by their number.
 *
 * @param network The network they belong to.
 * @param each The gradients of each sample, made one at a time.
 * @returns The mean; 0 everywhere if there are none.
 */
export function meanGradients(network: Network, each: Iterable<Gradients>): Gradients {
  const sum = new Float32Array(network.parameters.length);
  let count = 0;
  for (const gradients of each) {
    referenceKernel.add(sum, parameterBlock(network, gradients), sum);
    count++;
  }
  if (count > 1) referenceKernel.scale(1 / count, sum, sum);
  return parameterViews(network.layers, immutable(sum));
}
