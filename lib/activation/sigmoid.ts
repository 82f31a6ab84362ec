import { exp } from "../kernel/mod.ts";
import type { ElementwiseActivation } from "./activation.ts";

/**
 * The logistic function, sigma(z) = 1 / (1 + e^-z), with sigma'(z) = sigma(z) (1 - sigma(z)).
 *
 * @example Usage
 * ```ts
 * import { sigmoid } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sigmoid.value(0), 0.5);
 * assertEquals(sigmoid.derivative(0), 0.25);
 * ```
 */
export const sigmoid: ElementwiseActivation = {
  elementwise: true,
  // The exponent is never positive, so that it cannot overflow.
  value: (z) => z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)),
  derivative: (z) => {
    const e = exp(-Math.abs(z));
    return e / ((1 + e) * (1 + e));
  },
};
