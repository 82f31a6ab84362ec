import { activate } from "../activation/mod.ts";
import { type Features, vectorize } from "../feature/mod.ts";
import { immutable, referenceKernel, type Vector } from "../kernel/mod.ts";
import type { Layer, Network } from "./network.ts";

/** What every neuron of a network did with one input. */
export interface ForwardPass {
  /** z^l of each layer behind the input: `weightedInputs[0]` belongs to `network.layers[0]`. */
  readonly weightedInputs: readonly Vector[];
  /** a^l of the input and of each layer behind it: `activations[0]` is the input, the last one the output. */
  readonly activations: readonly Vector[];
}

/**
 * The forward pass: z^l = w^l a^{l-1} + b^l and a^l = sigma(z^l), layer after layer.
 *
 * @param network The network.
 * @param input The input. Shape: (inputs).
 * @returns The weighted inputs and the activations of every layer.
 * @throws {SampleError} If the input has the wrong length or holds a number that is not finite.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, forward } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1, initializer: "zeros" }] });
 * const { weightedInputs, activations } = forward(network, [3, 4]);
 * assertEquals([...weightedInputs[0]], [0]);
 * assertEquals([...activations[0]], [3, 4]);
 * assertEquals([...activations[1]], [0.5]);
 * ```
 */
export function forward(network: Network, input: Features): ForwardPass {
  const weightedInputs: Vector[] = [];
  const activations: Vector[] = [vectorize(input, network.inputs, "input")];
  for (const [l, layer] of network.layers.entries()) {
    weightedInputs.push(weightedInput(layer, activations[l]));
    activations.push(immutable(Float32Array.from(activate(layer.activation, weightedInputs[l]))));
  }
  return { weightedInputs, activations };
}

/** z = w a + b. */
function weightedInput({ weights, biases, units }: Layer, activations: Vector): Vector {
  const z = new Float32Array(units);
  referenceKernel.affine(weights, biases, activations, z);
  return immutable(z);
}
