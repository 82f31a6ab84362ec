import type { ElementwiseActivation } from "./activation.ts";
import { sigmoid } from "./sigmoid.ts";

/**
 * The sigmoid linear unit (also called swish), sigma(z) = z s(z) with s the logistic function;
 * sigma'(z) = s(z) + z s'(z) (Elfwing and others, 2017).
 *
 * @example Usage
 * ```ts
 * import { silu } from "@backstream/backstream";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * assertAlmostEquals(silu.value(1), 0.731058579);
 * assertEquals(silu.derivative(0), 0.5);
 * ```
 */
export const silu: ElementwiseActivation = {
  elementwise: true,
  // At minus infinity the product would be infinity times 0.
  value: (z) => z < -750 ? 0 : z * sigmoid.value(z),
  derivative: (z) => sigmoid.value(z) + (Math.abs(z) > 750 ? 0 : z * sigmoid.derivative(z)),
};
