import { COTH_COEFFICIENTS, LN2_HIGH, LN2_LOW, LOG2_E, ROUND } from "./constants.ts";

/** e^x as a quotient: e^x = 2^exponent (coth + rest) / (coth - rest). */
export interface ExpQuotient {
  /** n, the whole number nearest to x / ln 2. */
  readonly exponent: number;
  /** r coth(r/2), from 2 to 2.02. */
  readonly coth: number;
  /** r = x - n ln 2, at most ln 2 / 2 from 0. */
  readonly rest: number;
}

/**
 * e^x as a quotient, from additions and multiplications alone, so that every engine gives the same bits (`Math.exp` may
 * differ between engines). What is itself a quotient of sums with e^x in them, as the logistic function and the hyperbolic
 * tangent are, takes a single division then.
 *
 * x = n ln 2 + r; from e^r = (1 + tanh(r/2)) / (1 - tanh(r/2)) follows e^r = (r coth(r/2) + r) / (r coth(r/2) - r), and
 * r coth(r/2) = 2 + 2 B2 r^2 / 2! + 2 B4 r^4 / 4! + ... with the Bernoulli numbers B (Abramowitz and Stegun, 1964, 4.5.67),
 * whose terms after the sixth are below 2e-17.
 *
 * @param x A number up to 710; those below -746, where e^x is 0, count as -746.
 * @returns The parts of the quotient; all NaN for NaN.
 */
export function expQuotient(x: number): ExpQuotient {
  const inRange = x < -746 ? -746 : x;
  const exponent = (inRange * LOG2_E + ROUND) - ROUND;
  const rest = (inRange - exponent * LN2_HIGH) - exponent * LN2_LOW;
  const square = rest * rest;
  let coth = COTH_COEFFICIENTS[6];
  for (let k = 5; k >= 0; k--) coth = coth * square + COTH_COEFFICIENTS[k];
  return { exponent, coth, rest };
}
