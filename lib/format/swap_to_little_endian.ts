const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The bytes of numbers in little-endian order, or back in the processor's own order: the same swap, none on the usual
 * little-endian processor.
 *
 * @param bytes The bytes.
 * @param size How many bytes an element has.
 * @param littleEndian The order of the processor.
 * @returns The bytes themselves, or a swapped copy.
 */
export function swapToLittleEndian(bytes: Uint8Array, size: number, littleEndian: boolean = LITTLE_ENDIAN): Uint8Array {
  if (littleEndian || size === 1) return bytes;
  const swapped = bytes.slice();
  for (let i = 0; i < swapped.length; i += size) swapped.subarray(i, i + size).reverse();
  return swapped;
}
