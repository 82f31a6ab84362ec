/** Makes an array of zeros. */
export type MakeArray = (length: number) => Float32Array<ArrayBuffer>;

/**
 * Makes an array with a buffer of its own.
 *
 * @param length How many numbers it holds.
 * @returns The array.
 */
export function makeArray(length: number): Float32Array<ArrayBuffer> {
  return new Float32Array(length);
}
