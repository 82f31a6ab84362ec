/** log2(e). */
export const LOG2_E = 1.4426950408889634;
/** The leading bits of ln 2; its product with an exponent of a float64 is exact. */
export const LN2_HIGH = 0.6931471803691238;
/** ln 2 - LN2_HIGH. */
export const LN2_LOW = 1.9082149292705877e-10;
