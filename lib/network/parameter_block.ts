import { immutable, type Vector } from "../kernel/mod.ts";
import { countParameters } from "./count_parameters.ts";
import type { Network } from "./network.ts";
import type { Gradients } from "./parameter_views.ts";

/**
 * Gradients or updates as one block, laid out like `network.parameters`.
 *
 * @param network The network they belong to.
 * @param gradients One array a layer for weights and for biases.
 * @returns The block; where the arrays are views of one block in order, as `parameterViews` gives them, a view of it.
 * @throws {RangeError} If the number of layers or the length of an array differs from the network's.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, parameterBlock } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1 }] });
 * const block = parameterBlock(network, { weights: [Float32Array.of(1, 2)], biases: [Float32Array.of(3)] });
 * assertEquals([...block], [1, 2, 3]);
 * ```
 */
export function parameterBlock(network: Network, gradients: Gradients): Vector {
  const arrays = inOrder(network, gradients);
  const shared = sharedBlock(arrays, network.parameters.length);
  if (shared !== undefined) return shared;
  const block = new Float32Array(countParameters(network.layers));
  let offset = 0;
  for (const array of arrays) {
    block.set(array.slice(), offset); // a copy, as the set of V8 refuses to read an immutable buffer
    offset += array.length;
  }
  return immutable(block);
}

function inOrder({ layers }: Network, { weights, biases }: Gradients): Vector[] {
  if (weights.length !== layers.length || biases.length !== layers.length) {
    throw new RangeError(
      `Cannot use gradients as weights and biases must hold one array a layer, which are ${layers.length}: ` +
        `current value is ${weights.length} and ${biases.length}`,
    );
  }
  return layers.flatMap((layer, l) => {
    requireLength(weights[l], layer.weights.length, `weights[${l}]`);
    requireLength(biases[l], layer.biases.length, `biases[${l}]`);
    return [weights[l], biases[l]];
  });
}

function requireLength(array: Vector, length: number, field: string): void {
  if (array.length === length) return;
  throw new RangeError(
    `Cannot use gradients as ${field} must hold ${length} numbers: current value is of length ${array.length}`,
  );
}

/** The block that all arrays are views of, one behind the other, or undefined. */
function sharedBlock(arrays: Vector[], length: number): Vector | undefined {
  const views = arrays as unknown as Float32Array[];
  const { buffer, byteOffset } = views[0];
  let end = byteOffset;
  for (const view of views) {
    if (!(view instanceof Float32Array) || view.buffer !== buffer || view.byteOffset !== end) return undefined;
    end += view.byteLength;
  }
  return new Float32Array(buffer, byteOffset, length);
}
