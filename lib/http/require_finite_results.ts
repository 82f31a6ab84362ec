import { type DenseSamples, type Sample, SampleError } from "../feature/mod.ts";
import type { LearnedMany } from "../learner/mod.ts";
import { allFinite } from "./all_finite.ts";

/**
 * Refuses samples that are finite, but have an output or a cost that is not: JSON has no number for it.
 *
 * @param samples The samples.
 * @param learned What learning them has given.
 * @throws {SampleError} If the output or the cost of one is not finite; the error tells which one it is.
 */
export function requireFiniteResults(samples: readonly Sample[] | DenseSamples, { outputs, costs }: LearnedMany): void {
  if (allFinite(outputs) && allFinite(costs)) return;
  const units = outputs.length / samples.length;
  [...samples].forEach(({ features, target }, index) => {
    if (!outputs.subarray(index * units, (index + 1) * units).every(Number.isFinite)) {
      throw new SampleError({ field: "features", rule: "be small enough for a finite output", value: features, index });
    }
    if (Number.isFinite(costs[index])) return;
    throw new SampleError({
      field: "target",
      rule: "be near enough to the output for a finite cost",
      value: target,
      index,
    });
  });
}
