import { hasImmutable } from "../kernel/mod.ts";

/** How many numbers a buffer holds, if more than one array fits in. */
const SHARED = 256;

/**
 * Gives arrays, small ones several to a buffer, as to make a buffer takes V8 about a microsecond; each with its own buffer
 * where buffers can be immutable.
 *
 * @param length How many numbers an array holds.
 * @returns What gives the next array.
 */
export function createSlab(length: number): () => Float32Array<ArrayBuffer> {
  const sharing = hasImmutable() ? 1 : Math.max(1, Math.floor(SHARED / length));
  let buffer = new ArrayBuffer(0);
  let next = 0;
  return () => {
    if (next >= buffer.byteLength) { // a buffer that has become immutable has none left
      buffer = new ArrayBuffer(4 * length * sharing);
      next = 0;
    }
    const array = new Float32Array(buffer, next, length);
    next += 4 * length;
    return array;
  };
}
