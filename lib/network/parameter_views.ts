import type { Vector } from "../kernel/mod.ts";

/** One array a layer, for weights and for biases: the shape of gradients and of updates. */
export interface Gradients {
  /** dC/dw^l for each layer. Shapes: (units, inputs). */
  readonly weights: readonly Vector[];
  /** dC/db^l for each layer. Shapes: (units). */
  readonly biases: readonly Vector[];
}

/** How many inputs and units each layer has. */
export type LayerSizes = readonly { readonly inputs: number; readonly units: number }[];

/**
 * Views of each layer's weights and biases in a block laid out like `network.parameters`.
 *
 * @param layers The sizes of the layers.
 * @param block The block: for each layer in turn its weights, then its biases.
 * @returns The views.
 *
 * @example Usage
 * ```ts
 * import { parameterViews } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { weights, biases } = parameterViews([{ inputs: 2, units: 1 }], Float32Array.of(1, 2, 3));
 * assertEquals([...weights[0]], [1, 2]);
 * assertEquals([...biases[0]], [3]);
 * ```
 */
export function parameterViews(layers: LayerSizes, block: Vector): Gradients {
  const weights: Vector[] = [];
  const biases: Vector[] = [];
  let offset = 0;
  for (const { inputs, units } of layers) {
    weights.push(block.subarray(offset, offset += inputs * units));
    biases.push(block.subarray(offset, offset += units));
  }
  return { weights, biases };
}
