import type { Label } from "../hosted/learn_request.ts";
import { requireId } from "./read_sample.ts";
import { readSampleTarget } from "./read_sample_target.ts";
import { requireMembers } from "./require_members.ts";

/**
 * A late label as JSON has it: `{ id, target, weight? }`.
 *
 * @param value What was sent.
 * @returns The label; what its numbers must be is checked by the learner.
 * @throws {SampleError} If it is none; the error names the field.
 */
export function readLabel(value: unknown): Label {
  const label = requireMembers(value, ["id", "target"], ["weight"]);
  requireId(label.id);
  readSampleTarget(label.target);
  return label as unknown as Label;
}
