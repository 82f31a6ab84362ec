import { immutable, referenceKernel } from "../kernel/mod.ts";
import { type Gradients, type Network, parameterBlock, withParameters } from "../network/mod.ts";

/**
 * The network after one step: each parameter plus its update.
 *
 * @param network The network.
 * @param updates One array a layer for weights and for biases, as an optimizer gives them.
 * @returns A new network; the given one stays as it was.
 * @throws {RangeError} If the shape of the updates is not the network's.
 *
 * @example Usage
 * ```ts
 * import { applyUpdates, createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1, initializer: "zeros" }] });
 * const changed = applyUpdates(network, { weights: [Float32Array.of(1)], biases: [Float32Array.of(-2)] });
 * assertEquals([...changed.parameters], [1, -2]);
 * assertEquals([...network.parameters], [0, 0]);
 * ```
 */
export function applyUpdates(network: Network, updates: Gradients): Network {
  const parameters = new Float32Array(network.parameters.length);
  referenceKernel.add(network.parameters, parameterBlock(network, updates), parameters);
  return withParameters(network, immutable(parameters));
}
