import type { Learner, LearnerState } from "../../learner/mod.ts";

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
  learner: Learner,
  state: LearnerState,
  asked: readonly string[],
): string[] | undefined {
  const record = learner.fieldsOf?.(state);
  if (record === undefined) return "maker" in learner.description ? [...asked] : undefined;
  const names = record.fields.map(({ name }) => name);
  return record.open ? [...new Set([...names, ...asked])] : names;
}
