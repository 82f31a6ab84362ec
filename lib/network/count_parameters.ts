import type { LayerSizes } from "./parameter_views.ts";

/**
 * How many parameters layers of these sizes have: (inputs + 1) units each.
 *
 * @param layers The sizes of the layers.
 * @returns The number of weights and biases.
 *
 * @example Usage
 * ```ts
 * import { countParameters } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(countParameters([{ inputs: 784, units: 30 }, { inputs: 30, units: 10 }]), 23860);
 * ```
 */
export function countParameters(layers: LayerSizes): number {
  return layers.reduce((sum, { inputs, units }) => sum + (inputs + 1) * units, 0);
}
