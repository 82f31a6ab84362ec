import { createScaler } from "./create_scaler.ts";
import type { Scaler } from "./scaler.ts";

/**
 * Brings columns between 0 and 1: (x - least) / (greatest - least) of the numbers so far, and 0 where all were the same. What
 * lies beyond all that came before is below 0 or above 1.
 *
 * @returns The scaler.
 *
 * @example Usage
 * ```ts
 * import { minMaxScaler } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const scaler = minMaxScaler();
 * const state = [[1], [5], [2]].reduce(scaler.update, scaler.init());
 * assertEquals([...scaler.transform(state, [2])], [0.25]);
 * assertEquals([...scaler.inverse(state, [0.25])], [2]);
 * ```
 */
export function minMaxScaler(): Scaler {
  return createScaler("minMaxScaler", "minMax");
}
