import { ERROR, EXACT, MOST, POWERS, type ScannedNumber, scanNumber } from "./scan_number.ts";

const [SPACE, COMMA, MINUS, DOT, ZERO, NINE, OPEN, CLOSE, E] = [32, 44, 45, 46, 48, 57, 91, 93, 101];

/** The largest float32 number. */
const LARGEST = 2 ** 128 - 2 ** 104;

/**
 * Reads a list of finite numbers of JSON from bytes, as float32. Numbers without an exponent are read here, in one loop, as
 * there may be many.
 *
 * @param bytes The bytes, which hold something else after the list.
 * @param start Where it begins.
 * @param floats Is given the numbers.
 * @param from Where in it the first is put.
 * @param count How many numbers the list must hold.
 * @returns The place behind it; -1 if it is no such list, or has a number of which it is not certain how it is rounded.
 */
export function scanFloats(
  bytes: Uint8Array,
  start: number,
  floats: Float32Array,
  from = 0,
  count: number = floats.length,
): number {
  if (bytes[start] !== OPEN) return -1;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (i > 0 && bytes[at] !== COMMA) return -1;
    let byte = bytes[++at];
    while (byte === SPACE) byte = bytes[++at];
    const begin = at;
    const isNegative = byte === MINUS;
    if (isNegative) byte = bytes[++at];
    const first = at;
    let whole = 0;
    let decimals = 0;
    for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]) whole = whole * 10 + (byte - ZERO);
    if (at === first || (at > first + 1 && bytes[first] === ZERO)) return -1;
    if (byte === DOT) {
      const point = ++at;
      for (byte = bytes[at]; byte >= ZERO && byte <= NINE; byte = bytes[++at]) whole = whole * 10 + (byte - ZERO);
      if (at === point) return -1;
      decimals = at - point;
    }
    if (whole <= MOST && decimals < POWERS.length && (byte | 32) !== E) {
      const size = whole / POWERS[decimals];
      if (size > LARGEST) return -1;
      if (whole > EXACT && Math.fround(size * (1 - ERROR)) !== Math.fround(size * (1 + ERROR))) return -1;
      floats[from + i] = isNegative ? -size : size;
    } else {
      const scanned: ScannedNumber = { value: 0, error: 0 };
      at = scanNumber(bytes, begin, scanned);
      if (at < 0) return -1;
      const { value, error } = scanned;
      if (Math.abs(value) > LARGEST || Math.fround(value - error) !== Math.fround(value + error)) return -1;
      floats[from + i] = value;
    }
    while (bytes[at] === SPACE) at++;
  }
  return bytes[at] === CLOSE ? at + 1 : -1;
}
