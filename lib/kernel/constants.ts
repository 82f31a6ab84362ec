/** log2(e). */
export const LOG2_E = 1.4426950408889634;
/** The leading bits of ln 2; its product with an exponent of a float64 is exact. */
export const LN2_HIGH = 0.6931471803691238;
/** ln 2 - LN2_HIGH. */
export const LN2_LOW = 1.9082149292705877e-10;
/** 1/n! for n from 0 to 15: the coefficients of the series of e^x. */
export const INVERSE_FACTORIALS: readonly number[] = inverseFactorials(15);

function inverseFactorials(last: number): number[] {
  const inverses = [1];
  for (let n = 1; n <= last; n++) inverses.push(inverses[n - 1] / n);
  return inverses;
}
