import type { LearnerState } from "../../learner/mod.ts";
import type { RecordLearner } from "../schema/model_schema.ts";

/**
 * The names that tensors may have for a model that takes records: those of its fields and, where others may join or are not
 * told, whatever a request has.
 *
 * @param learner How the model learns.
 * @param state What it knows.
 * @param asked The names of a request.
 * @returns The names; undefined if the model takes numbers.
 */
export function fieldNames(
  learner: RecordLearner,
  state: LearnerState,
  asked: readonly string[],
): string[] | undefined {
  const record = learner.fieldsOf?.(state);
  if (record === undefined) return "maker" in learner.description ? [...asked] : undefined;
  const names = record.fields.map(({ name }) => name);
  return record.open ? [...new Set([...names, ...asked])] : names;
}
