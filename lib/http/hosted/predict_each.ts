import { type Features, SampleError } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import { allFinite } from "../all_finite.ts";
import type { ModelRecord } from "./record.ts";

/**
 * Predicts several inputs.
 *
 * @param record The learner and its state.
 * @param inputs The inputs.
 * @returns The outputs.
 * @throws {SampleError} If one cannot be used, or its output is not finite; the error tells which one it is.
 */
export function predictEach(
  { learner, state }: Omit<ModelRecord, "ledger">,
  inputs: readonly Features[],
): Vector[] {
  return inputs.map((features, index) => {
    let output: Vector;
    try {
      output = learner.predictOne(state, features);
    } catch (error) {
      throw error instanceof SampleError ? error.at(index) : error;
    }
    if (allFinite(output)) return output;
    throw new SampleError({ field: "features", rule: "be small enough for a finite output", value: features, index });
  });
}
