import { expQuotient } from "./exp_quotient.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * e^x in float64: the same bits on every engine. The relative error is below 4e-16 wherever the result is a normal number.
 *
 * @param x Any number.
 * @returns e^x.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  const { exponent, coth, rest } = expQuotient(x);
  // Two factors, as 2^n alone is out of the normal range where the result is subnormal or near the largest number.
  const half = exponent >> 1;
  // 1 + 2 r / (coth - r) is the same quotient, with less to round.
  return (1 + 2 * rest / (coth - rest)) * powerOfTwo(half) * powerOfTwo(exponent - half);
}
