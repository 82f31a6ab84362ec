import type { LearnerState } from "../../learner/mod.ts";

/**
 * How many drifts a learner has found itself, as table learners and background learners do, which look at each sample.
 *
 * @param state What it knows.
 * @returns How many; undefined for a learner that looks for none.
 */
export function driftsOf(state: LearnerState): number | undefined {
  const { counts } = state as LearnerState & { readonly counts?: { readonly drifts?: unknown } };
  return typeof counts?.drifts === "number" ? counts.drifts : undefined;
}
