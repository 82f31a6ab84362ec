import { SampleError } from "../../feature/mod.ts";

/**
 * Reads each of several values; an error tells which one it belongs to, unless there is only one by itself.
 *
 * @param values The values.
 * @param single Whether the one value stands by itself, so that its fields are named as they stand there.
 * @param read What is made of one.
 * @returns The results in order.
 * @throws {SampleError} If one cannot be used.
 */
export function readAll<T>(values: readonly unknown[], single: boolean, read: (value: unknown) => T): T[] {
  if (single) return values.map((value) => read(value));
  return values.map((value, i) => {
    try {
      return read(value);
    } catch (error) {
      throw error instanceof SampleError ? error.at(i) : error;
    }
  });
}
