import { expQuotient } from "./exp_quotient.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * The hyperbolic tangent in float64, tanh |x| = (1 - e^-2|x|) / (1 + e^-2|x|): the same bits on every engine.
 *
 * @param x Any number.
 * @returns tanh x, between -1 and 1, with a relative error below 6e-16.
 */
export function tanh(x: number): number {
  const { exponent, coth, rest } = expQuotient(-2 * Math.abs(x));
  const power = powerOfTwo(exponent);
  // Where the power is 1 this difference is exact, as that of the two terms of the sum is not.
  const difference = coth * (1 - power) - rest * (1 + power);
  const value = difference / (coth - rest + power * (coth + rest));
  return x < 0 || Object.is(x, -0) ? -value : value;
}
