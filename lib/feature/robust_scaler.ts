import { createScaler } from "./create_scaler.ts";
import type { Scaler } from "./scaler.ts";

/**
 * Scales columns by what outliers hardly move: (x - median) / (third quartile - first quartile), and 0 where the quartiles are
 * the same. The quartiles are those of a digest that keeps 32 groups of numbers a column, however long the stream is: exact for
 * up to 32 different numbers, and then within 2.5 % of the rank (after Dunning and Ertl, "Computing extremely accurate quantiles
 * using t-digests", 2019).
 *
 * @returns The scaler.
 *
 * @example Usage
 * ```ts
 * import { robustScaler } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const scaler = robustScaler();
 * const state = [[1], [2], [3], [4], [1e6]].reduce(scaler.update, scaler.init());
 * assertEquals([...scaler.transform(state, [5])], [1]);
 * ```
 */
export function robustScaler(): Scaler {
  return createScaler("robustScaler", "robust");
}
