/**
 * Stands in, where JSR cannot be reached, for the parts of `@std/assert` that this project uses: the same names, types
 * and outcomes, over `node:assert`, whose text shows where two values differ.
 */
import { AssertionError as Difference } from "node:assert";
import { inspect } from "node:util";
import { equal } from "./equal.ts";

/** What every assertion here throws. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** Throws if the expression is falsy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Throws if the two are not deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  const { message } = new Difference({ actual, expected, operator: "deepStrictEqual" });
  throw new AssertionError(`Values are not equal${suffix(msg)}\n\n${message}`);
}

/** Throws if the two are deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(
    `Expected actual: ${inspect(actual)} not to be: ${inspect(expected)}${suffix(msg)}`,
  );
}

/** Throws if the two numbers differ by more than the tolerance, which is 1e-7 of the expected number if not given. */
export function assertAlmostEquals(actual: number, expected: number, tolerance?: number, msg?: string): void {
  if (Object.is(actual, expected)) return;
  const bound = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  const delta = Math.abs(expected - actual);
  if (delta <= bound) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to be close to "${expected}": delta "${delta}" is greater than "${bound}"${
      suffix(msg)
    }`,
  );
}

/** Throws if the text does not hold the expected part. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(`Expected actual: "${actual}" to contain: "${expected}"${suffix(msg)}`);
}

// deno-lint-ignore no-explicit-any -- so that every error class fits, whatever its constructor takes
type ErrorClass<E extends Error = Error> = new (...args: any[]) => E;

/** Throws if the function does not throw; returns what it threw, be it an error or not. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Throws if the function does not throw an error of the class whose message includes the text; returns the error. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  errorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(fn: () => unknown, ...expected: Expected): unknown {
  let thrown: Thrown | undefined;
  try {
    fn();
  } catch (error) {
    thrown = { error };
  }
  return errorOf(thrown, expected, { verb: "throw", past: "thrown" });
}

/** Throws if the promise is not rejected; resolves to what it was rejected with, be it an error or not. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
/** Throws if the promise is not rejected with an error of the class whose message includes the text; resolves to it. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  errorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(fn: () => PromiseLike<unknown>, ...expected: Expected): Promise<unknown> {
  const promise = promiseOf(fn);
  if (promise === undefined) {
    throw new AssertionError(`Function throws when expected to reject${suffix(named(expected).msg)}`);
  }
  let thrown: Thrown | undefined;
  try {
    await promise;
  } catch (error) {
    thrown = { error };
  }
  return errorOf(thrown, expected, { verb: "reject", past: "rejected" });
}

type Expected = [errorClassOrMsg?: ErrorClass | string, msgIncludes?: string, msg?: string];
type Thrown = { error: unknown };

/** Undefined for a function that throws before it has a promise, or that returns none. */
function promiseOf(fn: () => PromiseLike<unknown>): PromiseLike<unknown> | undefined {
  try {
    const promise = fn();
    return typeof promise?.then === "function" ? promise : undefined;
  } catch {
    return undefined;
  }
}

/** The error, if it is one as expected. */
function errorOf(thrown: Thrown | undefined, expected: Expected, words: { verb: string; past: string }): unknown {
  const { errorClass, msgIncludes, msg } = named(expected);
  if (thrown === undefined) throw new AssertionError(`Expected function to ${words.verb}${suffix(msg)}`);
  if (errorClass === undefined) return thrown.error;
  if (!(thrown.error instanceof Error)) {
    throw new AssertionError(`A non-Error object was ${words.past}${suffix(msg)}`);
  }
  const { constructor, message } = thrown.error;
  if (!(thrown.error instanceof errorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${errorClass.name}", but was "${constructor.name}"${suffix(msg)}`,
    );
  }
  if (message.includes(msgIncludes)) return thrown.error;
  const [part, whole] = [msgIncludes, message].map((text) => JSON.stringify(text));
  throw new AssertionError(`Expected error message to include ${part}, but got ${whole}${suffix(msg)}`);
}

function named(
  [first, msgIncludes = "", msg]: Expected,
): { errorClass?: ErrorClass; msgIncludes: string; msg: string | undefined } {
  if (typeof first === "string") return { msgIncludes: "", msg: first };
  return { ...first && { errorClass: first }, msgIncludes, msg };
}

function suffix(msg?: string): string {
  return msg ? `: ${msg}` : ".";
}
