import type { Form, Spec } from "../plain/mod.ts";

/**
 * A predictor that never sees the features, to compare with what learns from them: a triple of pure functions.
 *
 * @typeParam State What it remembers, as plain data.
 */
export interface Baseline<State> {
  /** Its name. */
  readonly spec: Spec;
  /** What its states look like. */
  readonly form: Form;
  /** The state before the first target. */
  init(): State;
  /** The state after one more target, which counts 1 where no weight is given. Changes nothing that it is given. */
  update(state: State, target: ArrayLike<number>, weight?: number): State;
  /** What is predicted for the next sample; empty before the first target, which metrics take as zeros. */
  predict(state: State): readonly number[];
}
