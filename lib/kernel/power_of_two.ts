const bits = new DataView(new ArrayBuffer(8));

/**
 * 2^n for a whole n from -1022 to 1023, exactly: the exponent bits of a float64 are written directly, as `2 ** n`
 * need not be exact in every engine.
 *
 * @param n The exponent.
 * @returns 2^n.
 */
export function powerOfTwo(n: number): number {
  bits.setUint32(0, (n + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
