import type { Features } from "../../feature/mod.ts";
import { readSampleFeatures } from "./read_sample_features.ts";
import { requireMembers } from "./require_members.ts";
import type { SampleRules } from "./sample_rules.ts";

/**
 * What is to be predicted as JSON has it: `{ features }`. The members of a sample that say what came true of it may be
 * there and are not looked at, so that samples can be sent as they are.
 *
 * @param value What was sent.
 * @param rules What it may hold.
 * @returns The features.
 * @throws {SampleError} If it is none; the error names the field.
 */
export function readInput(value: unknown, rules: SampleRules): Features {
  const { features } = requireMembers(value, ["features"], ["target", "weight", "id", "time"]);
  return readSampleFeatures(features, rules);
}
