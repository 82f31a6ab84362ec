import type { ElementwiseActivation } from "./activation.ts";

/**
 * The rectifier, sigma(z) = max(0, z), with sigma'(z) = 1 for z > 0 and 0 elsewhere, 0 included (Nair and Hinton, 2010).
 *
 * @example Usage
 * ```ts
 * import { relu } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([relu.value(-2), relu.value(3)], [0, 3]);
 * assertEquals([relu.derivative(-2), relu.derivative(3)], [0, 1]);
 * ```
 */
export const relu: ElementwiseActivation = {
  elementwise: true,
  value: (z) => z <= 0 ? 0 : z,
  derivative: (z) => z > 0 ? 1 : 0,
};
