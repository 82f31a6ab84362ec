import { type Sample, SampleError } from "../../feature/mod.ts";
import { ID_RULE, isId } from "./is_id.ts";
import { readSampleFeatures } from "./read_sample_features.ts";
import { readSampleTarget } from "./read_sample_target.ts";
import { requireMembers } from "./require_members.ts";
import type { SampleRules } from "./sample_rules.ts";

/**
 * A sample as JSON has it: `{ features, target, weight?, id?, time? }`.
 *
 * @param value What was sent.
 * @param rules What it may hold.
 * @returns The sample; what its numbers must be is checked by the learner.
 * @throws {SampleError} If it is none; the error names the field.
 */
export function readSample(value: unknown, rules: SampleRules): Sample {
  const sample = requireMembers(value, ["features", "target"], ["weight", "id", "time"]);
  const { id, time } = sample;
  if (id !== undefined) requireId(id);
  if (time !== undefined && !Number.isFinite(time)) {
    throw new SampleError({ field: "time", rule: "be a finite number", value: time });
  }
  readSampleFeatures(sample.features, rules);
  readSampleTarget(sample.target);
  return sample as unknown as Sample;
}

/**
 * Refuses what is no name of a sample or a prediction.
 *
 * @param id What was sent.
 * @returns The name.
 * @throws {SampleError} If it is none.
 */
export function requireId(id: unknown): string {
  if (isId(id)) return id;
  throw new SampleError({ field: "id", rule: ID_RULE, value: id });
}
