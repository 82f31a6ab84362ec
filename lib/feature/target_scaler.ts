import { createScaler } from "./create_scaler.ts";
import type { Scaler } from "./scaler.ts";

/**
 * Standardizes the targets of a regression, so that the network learns numbers about 0 of about the size 1 whatever their unit
 * is, and turns its outputs back: `transform` the target before a step, `inverse` the output. As long as all targets were the
 * same, a target becomes 0 and every output that value.
 *
 * @returns The scaler, which takes a column an output.
 *
 * @example Usage
 * ```ts
 * import { targetScaler } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const scaler = targetScaler();
 * const state = [[1000], [3000]].reduce(scaler.update, scaler.init());
 * assertEquals([...scaler.transform(state, [2500])], [0.5]);
 * assertEquals([...scaler.inverse(state, [0.5])], [2500]);
 * ```
 */
export function targetScaler(): Scaler {
  return createScaler("targetScaler", "standard");
}
