import type { Vector } from "../kernel/mod.ts";
import type { Form } from "../plain/mod.ts";

/** Several answers to one question, and what is made of them. */
export interface Mixed {
  /** The question. */
  readonly question: Question;
  /** What each expert answers: the committees, then what the mixer adds to them. */
  readonly experts: readonly ArrayLike<number>[];
  /** What is made of them. Shape: (units). */
  readonly output: Vector;
}

/** What a mixer is asked. */
export interface Question {
  /** The answers of the committees. */
  readonly answers: readonly Vector[];
  /** The last target; undefined before the first. */
  readonly last: Vector | undefined;
}

/** Makes one answer of several, by how good they were so far: a triple of pure functions. */
export interface Mixer {
  /** What its states look like. */
  readonly form: Form;
  /** The state before the first target. */
  init(): MixState;
  /** The answer. */
  mix(state: MixState, question: Question): Mixed;
  /** The state after the target has come, which may have more outputs than the answers had. */
  update(state: MixState, mixed: Mixed, target: Vector): MixState;
  /** The state when the world has changed: no expert is better than another. */
  forget(state: MixState): MixState;
}

/** What mixers remember. */
export interface MixState {
  /** The gains of the experts, older ones fading: what they lose is negative. */
  readonly gains: Float64Array;
  /** How much each expert counts in the pool. */
  readonly pool: Float64Array;
  /** The sum of the squared gradients by these. */
  readonly squares: Float64Array;
  /** Fading sums: how often the last target was right, or the absolute error of the answer; and the number of targets. */
  readonly sums: Float64Array;
  /** How often each output was the target; empty for numbers. */
  readonly counts: Float64Array;
}

/** What all states of all mixers look like. */
export const mixForm: Form = {
  gains: "float64",
  pool: "float64",
  squares: "float64",
  sums: "float64",
  counts: "float64",
};
