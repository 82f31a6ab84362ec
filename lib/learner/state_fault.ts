import { likenessFault } from "./likeness_fault.ts";
import type { Learner, LearnerState } from "./learner.ts";

/**
 * What is wrong with plain data that should be a state of a learner inside another one, if anything is.
 *
 * @param learner The learner.
 * @param state The data.
 * @returns What is wrong; undefined if nothing is.
 */
export function stateFault(learner: Learner, state: LearnerState): string | undefined {
  if (typeof state !== "object" || state === null) return "it must be an object";
  if (learner.fault !== undefined) return learner.fault(state);
  return likenessFault(state, learner.init(), { path: "state" });
}
