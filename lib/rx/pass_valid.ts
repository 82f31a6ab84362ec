import { defer, filter, type OperatorFunction } from "../deps/rxjs.ts";
import { countInvalid, type InvalidOptions } from "./count_invalid.ts";

/**
 * Passes what could be read. An `Error` among the values stands for one that could not: it ends the stream, or is skipped
 * and counted.
 *
 * @typeParam T What the values are.
 * @param options What happens to the errors.
 * @returns The operator.
 * @throws {RangeError} As an error notification: if `invalid` is neither stop nor skip.
 *
 * @example Usage
 * ```ts
 * import { passValid } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { of } from "rxjs";
 *
 * const values: number[] = [];
 * await of(1, new SyntaxError("not a number"), 3)
 *   .pipe(passValid<number>({ invalid: "skip" }))
 *   .forEach((value) => values.push(value));
 * assertEquals(values, [1, 3]);
 * ```
 */
export function passValid<T>(options: InvalidOptions = {}): OperatorFunction<T | Error, T> {
  return (source) =>
    defer(() => {
      const invalid = countInvalid(options);
      return source.pipe(filter((value): value is T => {
        if (!(value instanceof Error)) return true;
        invalid.reject(value);
        return false;
      }));
    });
}
