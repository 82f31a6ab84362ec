import type { Form, Spec } from "../plain/mod.ts";

/** A prediction and what came true, as metrics take it. */
export interface Prediction {
  /**
   * What was predicted. One output is a number, or the probability of class 1; several are numbers, the probabilities of
   * classes, or independent probabilities of labels. Outputs that are missing at the end count as 0. Shape: (units).
   */
  readonly output: ArrayLike<number>;
  /** What came true, in the same meaning: a class is 1 at its place and 0 elsewhere. Shape: (units). */
  readonly target: ArrayLike<number>;
  /**
   * How much it counts: a number from 0 on.
   *
   * @default {1}
   */
  readonly weight?: number;
}

/**
 * A score of observations: a triple of pure functions.
 *
 * @typeParam State What it remembers, as plain data.
 * @typeParam Observation What it scores: numbers, or predictions.
 * @typeParam Value The score.
 */
export interface Metric<State, Observation = number, Value = number> {
  /** Name and options, enough for `createMetric` to make it again. */
  readonly spec: Spec;
  /** What its states look like. */
  readonly form: Form;
  /** What an observation looks like where a state keeps it. */
  readonly observation: Form;
  /** The state before the first observation. */
  init(): State;
  /** The state after one more observation. Changes nothing that it is given. */
  update(state: State, observation: Observation): State;
  /** The metric so far; NaN before the first observation. */
  value(state: State): Value;
  /** The state after the observations of one state and then those of another, which started from `init`; `rolling` needs it. */
  merge?(state: State, later: State): State;
  /** The state as if all weights were multiplied by a factor; `fading` needs it. */
  scale?(state: State, factor: number): State;
}
