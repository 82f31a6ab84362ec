const ZERO = 48;

/**
 * Writes a whole number from 0 on.
 *
 * @param out Takes the bytes.
 * @param start Where it begins.
 * @param x The number, up to 2^53.
 * @returns The place behind it.
 */
export function writeWhole(out: DataView, start: number, x: number): number {
  let length = 1;
  for (let most = 10; x >= most; most *= 10) length++;
  let left = x;
  for (let at = start + length - 1; at >= start; at--) {
    const next = Math.floor(left / 10);
    out.setUint8(at, left - 10 * next + ZERO);
    left = next;
  }
  return start + length;
}
