import { INVERSE_FACTORIALS } from "./constants.ts";
import { exp } from "./exp.ts";

/**
 * e^x - 1 in float64 without the cancellation near 0: the same bits on every engine.
 *
 * @param x Any number.
 * @returns e^x - 1, with a relative error below 1e-15.
 */
export function expm1(x: number): number {
  if (Math.abs(x) > 0.5 || x !== x) return exp(x) - 1;
  let sum = INVERSE_FACTORIALS[15];
  for (let n = 14; n >= 1; n--) sum = sum * x + INVERSE_FACTORIALS[n];
  return x * sum;
}
