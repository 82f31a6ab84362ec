import { exp } from "./exp.ts";

/** 2 / sqrt(pi). */
const TWO_OVER_ROOT_PI = 1.1283791670955126;

/**
 * The error function in float64: the same bits on every engine.
 *
 * erf x = 2/sqrt(pi) e^(-x^2) sum_n 2^n x^(2n+1) / (1 3 5 ... (2n+1)), a series of positive terms, so that nothing
 * cancels (Abramowitz and Stegun 7.1.6). The absolute error is below 3e-15.
 *
 * @param x Any number.
 * @returns erf x, between -1 and 1.
 */
export function erf(x: number): number {
  if (x > 6) return 1;
  if (x < -6) return -1;
  const square = x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term = term * 2 * square / odd;
    sum += term;
  }
  // Beyond 5 rounding would carry the product past 1.
  return Math.max(-1, Math.min(1, TWO_OVER_ROOT_PI * exp(-square) * sum));
}
