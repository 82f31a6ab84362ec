/** Stands in for the parts of `@std/assert` that this project uses, over `node:assert`, where JSR cannot be reached. */
import { AssertionError, deepStrictEqual, notDeepStrictEqual } from "node:assert";

export { AssertionError };

/** Throws if the expression is falsy. */
export function assert(expression: unknown, message = ""): asserts expression {
  if (!expression) throw new AssertionError({ message });
}

/** Throws if the two are not deeply equal. */
export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  deepStrictEqual(actual, expected, message);
}

/** Throws if the two are deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, message?: string): void {
  notDeepStrictEqual(actual, expected, message);
}

/** Throws if the two numbers differ by more than the tolerance. */
export function assertAlmostEquals(actual: number, expected: number, tolerance?: number, message?: string): void {
  if (Object.is(actual, expected)) return;
  const bound = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  if (Math.abs(expected - actual) <= bound) return;
  throw new AssertionError({ message: message ?? `Expected actual: ${actual} to be close to ${expected}` });
}

/** Throws if the text does not hold the expected part. */
export function assertStringIncludes(actual: string, expected: string, message?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError({ message: message ?? `Expected actual: "${actual}" to contain: "${expected}"` });
}

type ErrorClass<E extends Error> = abstract new (...args: never[]) => E;

/** Throws if the function does not throw such an error; returns the error. */
export function assertThrows<E extends Error = Error>(
  run: () => unknown,
  errorClass?: ErrorClass<E>,
  includes = "",
): E {
  try {
    run();
  } catch (error) {
    return checked(error, errorClass, includes);
  }
  throw new AssertionError({ message: "Expected function to throw" });
}

/** Throws if the promise is not rejected with such an error; resolves to the error. */
export async function assertRejects<E extends Error = Error>(
  run: () => PromiseLike<unknown>,
  errorClass?: ErrorClass<E>,
  includes = "",
): Promise<E> {
  try {
    await run();
  } catch (error) {
    return checked(error, errorClass, includes);
  }
  throw new AssertionError({ message: "Expected function to reject" });
}

function checked<E extends Error>(error: unknown, errorClass: ErrorClass<E> | undefined, includes: string): E {
  assert(error instanceof (errorClass ?? Error), `Expected another error than ${error}`);
  assertStringIncludes((error as Error).message, includes);
  return error as E;
}
