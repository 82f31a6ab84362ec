import { SampleError } from "../feature/mod.ts";

/**
 * Lets an error say which sample of several it is about.
 *
 * @typeParam R What is made of the sample.
 * @typeParam T What is given to what makes it.
 * @param place The place of the sample among the others, counted from 0.
 * @param use Makes it.
 * @param given What it is given, if anything, which takes less time than a function made for each sample.
 * @returns What was made.
 * @throws {SampleError} If the sample cannot be used, with its place; any other error is thrown as it is.
 */
export function placed<R, T = undefined>(place: number, use: (given: T) => R, given?: T): R {
  try {
    return use(given as T);
  } catch (error) {
    throw error instanceof SampleError ? error.at(place) : error;
  }
}
