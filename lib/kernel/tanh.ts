import { expm1 } from "./expm1.ts";

/**
 * The hyperbolic tangent in float64, tanh |x| = (1 - e^-2|x|) / (1 + e^-2|x|): the same bits on every engine.
 *
 * @param x Any number.
 * @returns tanh x, between -1 and 1, with a relative error below 6e-16.
 */
export function tanh(x: number): number {
  const t = expm1(-2 * Math.abs(x));
  const value = -t / (t + 2);
  return x < 0 || Object.is(x, -0) ? -value : value;
}
