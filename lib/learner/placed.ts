import { SampleError } from "../feature/mod.ts";

/**
 * Lets an error say which sample of several it is about.
 *
 * @typeParam T What is made of the sample.
 * @param place The place of the sample among the others, counted from 0.
 * @param use Makes it.
 * @returns What was made.
 * @throws {SampleError} If the sample cannot be used, with its place; any other error is thrown as it is.
 */
export function placed<T>(place: number, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw error instanceof SampleError ? error.at(place) : error;
  }
}
