import { expQuotient } from "./exp_quotient.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * The logistic function in float64, 1 / (1 + e^-x): the same bits on every engine.
 *
 * @param x Any number.
 * @returns Its value from 0 to 1, with a relative error below 1e-15 where it is a normal number.
 */
export function logistic(x: number): number {
  // The exponent is never positive, so that it cannot overflow.
  const { exponent, coth, rest } = expQuotient(-Math.abs(x));
  const below = coth - rest, above = powerOfTwo(exponent) * (coth + rest);
  return (x < 0 ? above : below) / (below + above);
}
