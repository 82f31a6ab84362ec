import { expQuotient } from "./exp_quotient.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * The slope of the logistic function, e^x / (1 + e^x)^2, without the cancellation of s (1 - s) far from 0.
 *
 * @param x A number that is not above 0; the slope at -x is the same.
 * @returns The slope, with a relative error below 1e-15 where it is a normal number.
 */
export function logisticSlope(x: number): number {
  const { exponent, coth, rest } = expQuotient(x);
  const below = coth - rest, above = powerOfTwo(exponent) * (coth + rest), sum = below + above;
  return below * above / (sum * sum);
}
