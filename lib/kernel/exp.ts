import { INVERSE_FACTORIALS, LN2_HIGH, LN2_LOW, LOG2_E } from "./constants.ts";
import { powerOfTwo } from "./power_of_two.ts";

/**
 * e^x in float64, from additions and multiplications alone, so that every engine gives the same bits (`Math.exp` may
 * differ between engines).
 *
 * x = n ln 2 + r with |r| at most ln 2 / 2; e^r is the Taylor polynomial of degree 13; the result is scaled by 2^n.
 * The relative error is below 4e-16 wherever the result is a normal number.
 *
 * @param x Any number.
 * @returns e^x.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return NaN;
  const n = Math.floor(x * LOG2_E + 0.5);
  const r = (x - n * LN2_HIGH) - n * LN2_LOW;
  let sum = INVERSE_FACTORIALS[13];
  for (let i = 12; i >= 0; i--) sum = sum * r + INVERSE_FACTORIALS[i];
  // Two factors, as 2^n alone is out of the normal range where the result is subnormal or near the largest number.
  const half = n >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(n - half);
}
