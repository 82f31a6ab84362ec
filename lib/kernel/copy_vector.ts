import { hasImmutable } from "./immutable.ts";
import type { Vector } from "./vector.ts";

/** So many numbers are copied faster one by one than by a call. */
const FEW = 32;

/**
 * Copies a vector into an array.
 *
 * @param vector The vector.
 * @param out The array.
 * @param offset Where in it the vector is to begin.
 * @param from Where the vector begins, if what is given holds others as well.
 * @param length How many numbers it has.
 */
export function copyVector(
  vector: Vector,
  out: Float32Array,
  offset: number,
  from: number = 0,
  length: number = vector.length - from,
): void {
  const array = vector as unknown as Float32Array;
  if (length <= FEW && offset + length <= out.length && from + length <= array.length) {
    for (let i = 0; i < length; i++) out[offset + i] = array[from + i];
    return;
  }
  const whole = length === array.length ? array : array.subarray(from, from + length);
  // V8's `set` refuses to read an immutable buffer.
  const refused = hasImmutable() && (array.buffer as { immutable?: boolean }).immutable === true;
  out.set(refused ? whole.slice() : whole, offset);
}
