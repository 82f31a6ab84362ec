import { exp } from "./exp.ts";
import { expQuotient } from "./exp_quotient.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * e^x - 1 in float64 without the cancellation near 0: the same bits on every engine.
 *
 * @param x Any number.
 * @returns e^x - 1, with a relative error below 1e-15.
 */
export function expm1(x: number): number {
  if (x > 40) return exp(x) - 1;
  const { exponent, coth, rest } = expQuotient(x);
  const power = powerOfTwo(exponent);
  return (rest * (power + 1) - coth * (1 - power)) / (coth - rest);
}
