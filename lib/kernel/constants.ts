/** log2(e). */
export const LOG2_E = 1.4426950408889634;
/** The leading bits of ln 2; its product with an exponent of a float64 is exact. */
export const LN2_HIGH = 0.6931471803691238;
/** ln 2 - LN2_HIGH. */
export const LN2_LOW = 1.9082149292705877e-10;
/** A number above 2^52 by half: added to a smaller one and subtracted again, it leaves the nearest whole number. */
export const ROUND = 6755399441055744;
/** 2 B(2k) / (2k)! with the Bernoulli numbers B, for k from 0 to 6: the coefficients of r coth(r/2) by powers of r^2. */
export const COTH_COEFFICIENTS: readonly number[] = [
  2,
  1 / 6,
  -1 / 360,
  1 / 15120,
  -1 / 604800,
  1 / 23950080,
  -691 / 653837184000,
];
