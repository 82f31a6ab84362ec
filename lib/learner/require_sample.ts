import { type Sample, SampleError } from "../feature/mod.ts";

/**
 * Checks what every learner asks of a sample, whatever its features and target are.
 *
 * @param sample What should be a sample.
 * @returns Its importance, 1 where it has none.
 * @throws {SampleError} If it is no object, or its weight is not a number from 0 on.
 */
export function requireSample(sample: Sample): number {
  if (typeof sample !== "object" || sample === null) {
    throw new SampleError({ field: "sample", rule: "be an object with features and target", value: sample });
  }
  const { weight = 1 } = sample;
  return requireWeight(weight);
}

/**
 * Checks the importance of a sample.
 *
 * @param weight What should be one.
 * @returns The importance.
 * @throws {SampleError} If it is not a number from 0 on.
 */
export function requireWeight(weight: unknown): number {
  if (typeof weight === "number" && Number.isFinite(weight) && weight >= 0) return weight;
  throw new SampleError({ field: "weight", rule: "be a number from 0 on", value: weight });
}
