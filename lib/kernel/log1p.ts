import { log } from "./log.ts";

/**
 * ln(1 + x) in float64 without the loss of digits near 0: the same bits on every engine.
 *
 * The rounding of 1 + x is undone by the factor x / ((1 + x) - 1) (W. Kahan; see Goldberg, "What every computer
 * scientist should know about floating-point arithmetic", 1991, theorem 4).
 *
 * @param x A number above -1.
 * @returns ln(1 + x), with a relative error below 6e-16; -Infinity at -1, NaN below.
 */
export function log1p(x: number): number {
  const sum = 1 + x;
  if (sum === 1 || sum === Infinity) return sum === 1 ? x : Infinity;
  return log(sum) * (x / (sum - 1));
}
