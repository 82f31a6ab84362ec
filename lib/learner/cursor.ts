import type { Features, Sample } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import { isAllFinite } from "./is_all_finite.ts";
import type { Learned, Learner, LearnerState } from "./learner.ts";

/** What one step gives: the state is made only when it is asked for. */
export interface CursorStep extends Pick<Learned, "output" | "cost"> {
  /** The state after the sample. */
  readonly state: () => LearnerState;
}

/** Learns on from where its last step has led, for streams, of whose states few are read. */
export interface Cursor {
  /**
   * As `learnOne` from the last state on.
   *
   * @throws {SampleError} If the sample cannot be used; the cursor stays where it is.
   */
  learnOne(sample: Sample): CursorStep;
  /**
   * As `predictOne` by the last state.
   *
   * @throws {SampleError} If the features cannot be used.
   */
  predictOne(features: Features): Vector;
  /** Whether all parameters, and all that the optimizer remembers of them, are finite. */
  isFinite(): boolean;
}

/** What opens a cursor at a state. */
export type OpenCursor = (state: LearnerState) => Cursor;

const OPEN = Symbol("cursor");

/**
 * Gives a learner cursors of its own. A copy of the learner, which may learn otherwise, has none of them.
 *
 * @param learner The learner.
 * @param open What opens its cursors.
 * @returns The same learner.
 */
export function withCursor(learner: Learner, open: OpenCursor): Learner {
  return Object.defineProperty(learner, OPEN, { value: open });
}

/**
 * Opens a cursor.
 *
 * @param learner The learner; any that keeps to the interface.
 * @param state Where to start.
 * @returns The cursor.
 */
export function cursorOf(learner: Learner, state: LearnerState): Cursor {
  const { [OPEN]: open } = learner as { [OPEN]?: OpenCursor };
  return open?.(state) ?? {
    learnOne(sample) {
      const learned = learner.learnOne(state, sample);
      state = learned.state;
      return { output: learned.output, cost: learned.cost, state: () => learned.state };
    },
    predictOne: (features) => learner.predictOne(state, features),
    isFinite: () => isAllFinite([state.network.parameters, state.optimizer]),
  };
}
