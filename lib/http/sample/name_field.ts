import { SampleError } from "../../feature/mod.ts";

/**
 * Awaits what is done with samples. If there is only one by itself, an error names its fields as they stand there.
 *
 * @param single Whether there is only one.
 * @param done What is done.
 * @returns What came of it.
 * @throws {SampleError} Without a place among several if there is only one.
 */
export async function nameField<T>(single: boolean, done: Promise<T>): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (!single || !(error instanceof SampleError)) throw error;
    throw new SampleError({ field: error.field, rule: error.rule, value: error.value });
  }
}
