import { hasImmutable } from "../kernel/mod.ts";

/** How many arrays share a buffer. */
const SHARING = 64;

/**
 * Gives small arrays, 64 to a buffer, as to make a buffer takes V8 about half a microsecond; each with its own buffer
 * where buffers can be immutable.
 *
 * @param length How many numbers an array holds.
 * @returns What gives the next array.
 */
export function createSlab(length: number): () => Float32Array<ArrayBuffer> {
  const sharing = hasImmutable() ? 1 : SHARING;
  let buffer = new ArrayBuffer(0);
  let next = 0;
  return () => {
    if (next === buffer.byteLength) {
      buffer = new ArrayBuffer(4 * length * sharing);
      next = 0;
    }
    const array = new Float32Array(buffer, next, length);
    next += 4 * length;
    return array;
  };
}
