/** A number that was read. */
export interface ScannedNumber {
  /** The number. */
  value: number;
  /** By how much it may differ from what is written; 0 if it is what `JSON.parse` makes of that. */
  error: number;
}

const [PLUS, MINUS, DOT, ZERO, NINE, E] = [43, 45, 46, 48, 57, 101];

/** Powers of ten that are float64 numbers, as all up to the 22nd are. */
export const POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Whole numbers up to here are float64 numbers. */
export const EXACT = 2 ** 53;
/** Up to here, four digits are added with two roundings each to a whole number that is exact, and the scaling is one more. */
export const MOST = 1e19;
/** What these roundings make at most, as a part of the number. */
export const ERROR = 2 ** -49;

/**
 * Reads a number of JSON from bytes. What is at most 2^53 without its point, and is to be scaled by a power of ten of at most
 * 22, is one quotient or product of two float64 numbers and so rounded as it should be (Clinger, "How to read floating point
 * numbers accurately", PLDI 1990, doi:10.1145/93542.93557).
 *
 * @param bytes The bytes, which hold something else after the number.
 * @param start Where it begins.
 * @param scanned Is given the number.
 * @returns The place behind it; -1 if there is none, or one that is too long or too far from 1.
 */
export function scanNumber(bytes: Uint8Array, start: number, scanned: ScannedNumber): number {
  let at = start;
  let byte = bytes[at];
  const isNegative = byte === MINUS;
  if (isNegative) byte = bytes[++at];
  const first = at;
  let whole = 0;
  let power = 0;
  for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]) whole = whole * 10 + (byte - ZERO);
  if (at === first || (at > first + 1 && bytes[first] === ZERO)) return -1;
  if (byte === DOT) {
    const point = ++at;
    for (byte = bytes[at]; byte >= ZERO && byte <= NINE; byte = bytes[++at]) whole = whole * 10 + (byte - ZERO);
    if (at === point) return -1;
    power = point - at;
  }
  if ((byte | 32) === E) {
    byte = bytes[++at];
    const isBelow = byte === MINUS;
    if (isBelow || byte === PLUS) byte = bytes[++at];
    const digits = at;
    let exponent = 0;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]) exponent = exponent * 10 + (byte - ZERO);
    if (at === digits) return -1;
    power += isBelow ? -exponent : exponent;
  }
  if (!(whole <= MOST && power >= -22 && power <= 22)) return -1;
  const size = power < 0 ? whole / POWERS[-power] : whole * POWERS[power];
  scanned.value = isNegative ? -size : size;
  scanned.error = whole <= EXACT ? 0 : size * ERROR;
  return at;
}
