import { encodeTarget, type Target } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import type { Learner, LearnerState } from "./learner.ts";

/** A target that was predicted. */
export interface Answered {
  /** What should have been predicted. */
  readonly target: Target;
  /** What was predicted. */
  readonly output: ArrayLike<number>;
  /** Gives the state after the sample was learned, which knows all of its classes. */
  readonly state: () => LearnerState;
}

/**
 * The target of a sample as a vector that can be compared with the output.
 *
 * @param learner The learner; it may have a method `encodeTarget` of its own.
 * @param answered The target and the output.
 * @returns The vector. Shape: (units).
 * @throws {SampleError} If the target cannot be used.
 */
export function targetVector(learner: Learner, { target, output, state }: Answered): Vector {
  if (learner.encodeTarget !== undefined) return learner.encodeTarget(state(), target);
  return encodeTarget(target, { units: output.length, labels: learner.description.labels });
}
