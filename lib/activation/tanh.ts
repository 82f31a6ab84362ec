import { logisticSlope, tanh as hyperbolicTangent } from "../kernel/mod.ts";
import type { ElementwiseActivation } from "./activation.ts";

/**
 * The hyperbolic tangent, sigma(z) = tanh z, with sigma'(z) = 1 - tanh^2 z = 1 / cosh^2 z.
 *
 * @example Usage
 * ```ts
 * import { tanh } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tanh.value(0), 0);
 * assertEquals(tanh.derivative(0), 1);
 * ```
 */
export const tanh: ElementwiseActivation = {
  elementwise: true,
  value: hyperbolicTangent,
  derivative: (z) => 4 * logisticSlope(-2 * Math.abs(z)),
};
