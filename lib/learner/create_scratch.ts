import { hasImmutable } from "../kernel/mod.ts";

/**
 * Gives one array again and again, for numbers that are copied elsewhere before the next are written; a new one each time
 * where buffers can be immutable, as what is made immutable cannot be written again.
 *
 * @param length How many numbers the array holds.
 * @returns What gives the array, with the numbers that were in it last.
 */
export function createScratch(length: number): () => Float32Array<ArrayBuffer> {
  let array: Float32Array<ArrayBuffer> | undefined;
  return () => array === undefined || hasImmutable() ? array = new Float32Array(length) : array;
}
