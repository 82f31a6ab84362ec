const bits = new DataView(new ArrayBuffer(8));

/**
 * 2^n for a whole n up to 1023, exactly, and 0 below -1074: the exponent bits of a float64 are written directly, as `2 ** n`
 * need not be exact in every engine.
 *
 * @param n The exponent, at least -1076.
 * @returns 2^n.
 */
export function powerOfTwo(n: number): number {
  if (n < -1022) return powerOfTwo(n + 54) * 5.551115123125783e-17;
  bits.setUint32(0, (n + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
