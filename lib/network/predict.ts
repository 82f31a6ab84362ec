import type { Features } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import { forward } from "./forward.ts";
import type { Network } from "./network.ts";

/**
 * The output of a network, a^L.
 *
 * @param network The network.
 * @param input The input. Shape: (inputs).
 * @returns The activations of the last layer. Shape: (units).
 * @throws {SampleError} If the input has the wrong length or holds a number that is not finite.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, predict } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1, initializer: "zeros" }] });
 * assertEquals([...predict(network, [3, 4])], [0.5]);
 * ```
 */
export function predict(network: Network, input: Features): Vector {
  return forward(network, input).activations[network.layers.length];
}
