import { exp } from "./exp.ts";

/**
 * e^x - 1 in float64 without the cancellation near 0: the same bits on every engine.
 *
 * @param x Any number.
 * @returns e^x - 1, with a relative error below 1e-15.
 */
export function expm1(x: number): number {
  if (Math.abs(x) > 0.5 || x !== x) return exp(x) - 1;
  // x (1 + x/2 (1 + x/3 (1 + ...))): the Taylor series in nested form.
  let sum = 1;
  for (let n = 15; n >= 2; n--) sum = 1 + sum * x / n;
  return x * sum;
}
