import { createScaler } from "./create_scaler.ts";
import type { Scaler } from "./scaler.ts";

/**
 * Standardizes columns: (x - mean) / sd, with the mean and the population variance so far by Welford's recurrence, and 0 where
 * the variance is 0. In float64 it is, number by number, what River's `StandardScaler` does (Welford, "Note on a method for
 * calculating corrected sums of squares and products", 1962).
 *
 * @returns The scaler.
 *
 * @example Usage
 * ```ts
 * import { standardScaler } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const scaler = standardScaler();
 * const state = [[1, 7], [3, 7]].reduce(scaler.update, scaler.init());
 * assertEquals([...scaler.transform(state, [5, 7])], [3, 0]);
 * assertEquals([...scaler.inverse(state, [3, 0])], [5, 7]);
 * ```
 */
export function standardScaler(): Scaler {
  return createScaler("standardScaler", "standard");
}
