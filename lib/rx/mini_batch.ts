import { bufferCount, type OperatorFunction } from "../deps/rxjs.ts";
import { requireWhole } from "./require_whole.ts";

/**
 * Gathers values into arrays: what `learn` takes as mini-batches. The remainder follows at the end.
 *
 * @typeParam T What the values are.
 * @param size How many values an array holds.
 * @returns The operator.
 * @throws {RangeError} If the size is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { miniBatch } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, of, toArray } from "rxjs";
 *
 * assertEquals(await lastValueFrom(of(1, 2, 3).pipe(miniBatch(2), toArray())), [[1, 2], [3]]);
 * ```
 */
export function miniBatch<T>(size: number): OperatorFunction<T, T[]> {
  requireWhole("miniBatch", { size });
  return bufferCount(size);
}
