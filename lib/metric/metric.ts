/**
 * Anything that remembers numbers: a triple of pure functions.
 *
 * @typeParam State What it remembers, as plain data.
 */
export interface Metric<State> {
  /** The state before the first number. */
  init(): State;
  /** The state after one more number. Changes nothing that it is given. */
  update(state: State, value: number): State;
  /** The metric so far; NaN before the first number. */
  value(state: State): number;
}
