import { logistic, logisticSlope } from "../kernel/mod.ts";
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
  value: logistic,
  derivative: (z) => logisticSlope(-Math.abs(z)),
};
