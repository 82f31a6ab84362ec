import type { ActivationName } from "./activation.ts";
import { activations } from "./activations.ts";

/**
 * The activations of a layer, a = sigma(z), in float64.
 *
 * @param name The name of the activation.
 * @param z The weighted inputs of the layer. Shape: (units).
 * @returns The activations. Shape: (units).
 *
 * @example Usage
 * ```ts
 * import { activate } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...activate("relu", [-1, 2])], [0, 2]);
 * ```
 */
export function activate(name: ActivationName, z: ArrayLike<number>): Float64Array {
  const activation = activations[name];
  if (!activation.elementwise) return activation.value(z);
  const a = new Float64Array(z.length);
  for (let j = 0; j < a.length; j++) a[j] = activation.value(z[j]);
  return a;
}
