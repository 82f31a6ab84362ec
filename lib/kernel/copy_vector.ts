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
 */
export function copyVector(vector: Vector, out: Float32Array, offset: number): void {
  const array = vector as unknown as Float32Array;
  if (array.length <= FEW && offset + array.length <= out.length) {
    for (let i = 0; i < array.length; i++) out[offset + i] = array[i];
    return;
  }
  // V8's `set` refuses to read an immutable buffer.
  const refused = hasImmutable() && (array.buffer as { immutable?: boolean }).immutable === true;
  out.set(refused ? array.slice() : array, offset);
}
