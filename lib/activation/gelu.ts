import { erf, exp } from "../kernel/mod.ts";
import type { ElementwiseActivation } from "./activation.ts";

/** 1 / sqrt(2 pi). */
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/**
 * The Gaussian error linear unit in its exact form, sigma(z) = z Phi(z) with Phi the distribution function and phi the
 * density of the standard normal distribution; sigma'(z) = Phi(z) + z phi(z) (Hendrycks and Gimpel, 2016). The absolute
 * error of Phi is below 2e-15.
 *
 * @example Usage
 * ```ts
 * import { gelu } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(gelu.value(1), 0.841344746);
 * assertAlmostEquals(gelu.derivative(0), 0.5);
 * ```
 */
export const gelu: ElementwiseActivation = {
  elementwise: true,
  // Beyond 40 the product is 0 or z to the last bit; at infinity it would be 0 times infinity.
  value: (z) => z < -40 ? 0 : z * distribution(z),
  derivative: (z) => distribution(z) + (Math.abs(z) > 40 ? 0 : z * density(z)),
};

function distribution(z: number): number {
  return 0.5 * (1 + erf(z * Math.SQRT1_2));
}

function density(z: number): number {
  return INVERSE_ROOT_TWO_PI * exp(-0.5 * z * z);
}
