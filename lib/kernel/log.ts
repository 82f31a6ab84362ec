import { LN2_HIGH, LN2_LOW } from "./constants.ts";

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm in float64, from basic arithmetic alone: the same bits on every engine.
 *
 * x = 2^n m with m between sqrt(1/2) and sqrt(2); ln m = 2 artanh(s), s = (m - 1) / (m + 1), by its series up to s^23.
 *
 * The relative error is below 4e-16.
 *
 * @param x Any number.
 * @returns ln x; -Infinity at 0, NaN below.
 */
export function log(x: number): number {
  if (x < 0 || x !== x) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  // A subnormal number is made a normal one by the exact factor 2^54.
  const shift = x < 2.2250738585072014e-308 ? 54 : 0;
  bits.setFloat64(0, shift === 0 ? x : x * 18014398509481984);
  const high = bits.getUint32(0);
  let n = (high >>> 20) - 1023 - shift;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > 1.4142135623730951) {
    m /= 2;
    n += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let k = 23; k >= 3; k -= 2) sum = (sum + 1 / k) * square;
  return n * LN2_HIGH + (n * LN2_LOW + 2 * (s + s * sum));
}
