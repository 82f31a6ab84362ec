import { immutable, type Vector } from "../kernel/mod.ts";
import type { Network } from "../network/mod.ts";

/**
 * A block plus a function of each weight; what belongs to biases is taken over as it is, as biases are not regularized
 * (Nielsen, "Neural networks and deep learning", chapter 3; Goodfellow and others, "Deep learning", section 7.1).
 *
 * @param block Gradients or updates, laid out like `network.parameters`.
 * @param network The network that holds the weights.
 * @param decay What is added for a weight.
 * @returns A new block.
 */
export function decayWeights(block: Vector, network: Network, decay: (weight: number) => number): Vector {
  const out = Float32Array.from(block);
  let offset = 0;
  for (const { weights, biases } of network.layers) {
    for (let i = 0; i < weights.length; i++) {
      out[offset + i] = Math.fround(out[offset + i] + Math.fround(decay(weights[i])));
    }
    offset += weights.length + biases.length;
  }
  return immutable(out);
}
