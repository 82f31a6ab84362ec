import type { Vector } from "../kernel/mod.ts";
import type { Network } from "./network.ts";
import { parameterViews } from "./parameter_views.ts";

/**
 * The same network with other parameters.
 *
 * @param network The network.
 * @param parameters The new block, laid out like `network.parameters`; it must not be written to afterward.
 * @returns A new network whose layers are views of the block.
 * @throws {RangeError} If the block has another length.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, withParameters } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
 * const changed = withParameters(network, Float32Array.of(1, 2, 3));
 * assertEquals([...changed.layers[0].weights], [1, 2]);
 * ```
 */
export function withParameters(network: Network, parameters: Vector): Network {
  if (parameters.length !== network.parameters.length) {
    throw new RangeError(
      `Cannot replace parameters as the network has ${network.parameters.length}: current value is ${parameters.length}`,
    );
  }
  const { weights, biases } = parameterViews(network.layers, parameters);
  const layers = network.layers.map((layer, l) => ({ ...layer, weights: weights[l], biases: biases[l] }));
  return { ...network, layers, parameters };
}
