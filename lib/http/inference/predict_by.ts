import { type Features, SampleError } from "../../feature/mod.ts";
import type { Vector } from "../../kernel/mod.ts";
import type { OpenVersion } from "./open_version.ts";

/**
 * The predictions of one version, as the head would make them.
 *
 * @param version The version.
 * @param inputs The features.
 * @returns The outputs, one each. Shape: (units).
 * @throws {SampleError} If features cannot be used, or an output is not finite; `index` tells which.
 */
export function predictBy({ learner, state }: OpenVersion, inputs: readonly Features[]): Vector[] {
  return inputs.map((features, i) => {
    try {
      const output = learner.predictOne(state, features);
      if (output.every(Number.isFinite)) return output;
      throw new SampleError({ field: "features", rule: "be small enough for a finite output", value: features });
    } catch (error) {
      throw error instanceof SampleError ? error.at(i) : error;
    }
  });
}
