import type { Form, Spec } from "../plain/mod.ts";

/** What the newest value has shown: nothing, that the stream may be changing, or that it has changed. */
export type DriftStatus = "stable" | "warning" | "drift";

/**
 * Watches numbers, such as the costs of a learner or its mistakes as 0 and 1, for a change of what they come from: a
 * triple of pure functions.
 *
 * @typeParam State What it remembers, as plain data; its size is bounded, or grows with the logarithm of the stream.
 */
export interface DriftDetector<State> {
  /** Name and options, enough for `createDriftDetector` to make it again. */
  readonly spec: Spec;
  /** What its states look like. */
  readonly form: Form;
  /** The state before the first value. */
  init(): State;
  /**
   * The state after one more value. Changes nothing that it is given. After a drift it goes on with what is new.
   *
   * @throws {RangeError} If the value is not a finite number, or not one that the detector is for.
   */
  update(state: State, value: number): State;
  /** What the newest value has shown. */
  status(state: State): DriftStatus;
}
