import type { Sample } from "../feature/mod.ts";
import { type CursorStep, defineGetter, type LearnerState } from "../learner/mod.ts";
import type { LearnStep } from "./learn.ts";

/** The object it is given, so that a class can put a private field on it. */
const Given = function (step: object) {
  return step;
} as unknown as new (step: object) => object;

/** Puts the way to its state on a step, where nobody sees it: steps with equal numbers are equal. */
class Later extends Given {
  #state: () => LearnerState;
  constructor(step: object, state: () => LearnerState) {
    super(step);
    this.#state = state;
  }
  static stateOf(step: Later): LearnerState {
    return step.#state();
  }
}

function state(this: Later): LearnerState {
  return Later.stateOf(this);
}

/**
 * Makes a step whose state is made when it is first read, as most are never.
 *
 * @param step What the cursor gave.
 * @param sample The sample.
 * @param skipped How many samples were skipped.
 * @returns The step.
 */
export function learnStep<S extends Sample>(step: CursorStep, sample: S, skipped: number): LearnStep<S> {
  const { output, cost } = step;
  const made = { sample, output, cost, skipped };
  new Later(made, step.state);
  defineGetter(made, "state", state);
  return made as typeof made & { state: LearnerState };
}
