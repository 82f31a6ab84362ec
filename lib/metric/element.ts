/**
 * An element of a vector that goes on with zeros.
 *
 * @param vector The vector.
 * @param j The place, from 0 on.
 * @returns The element; 0 behind the end.
 */
export function element(vector: ArrayLike<number>, j: number): number {
  return j < vector.length ? vector[j] : 0;
}
