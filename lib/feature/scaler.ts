import type { Form, Spec } from "../plain/mod.ts";

/** The state of a scaler, the same for all of them. */
export interface ScalerState {
  /**
   * The statistics, column by column: count; mean; variance, or maximum for `minMaxScaler`; center; spread; and for
   * `robustScaler` the means and the weights of the 32 groups of its digest.
   */
  readonly statistics: Float64Array;
}

/** Brings columns of numbers to a common scale, as far as they are known: a triple of pure functions in float64. */
export interface Scaler {
  /** The name. */
  readonly spec: Spec;
  /** What its states look like. */
  readonly form: Form;
  /** The state before the first row, of no columns. */
  init(): ScalerState;
  /**
   * The state after one more row. NaN is a missing number, which counts for nothing; a longer row adds columns.
   *
   * @throws {SampleError} If a number is infinite or no number.
   */
  update(state: ScalerState, row: ArrayLike<number>): ScalerState;
  /** The row, scaled: (x - center) / spread for each column, or 0 where the spread is 0; NaN stays NaN. */
  transform(state: ScalerState, row: ArrayLike<number>): Float64Array<ArrayBuffer>;
  /** The row that a scaled one stands for: center + z spread. */
  inverse(state: ScalerState, row: ArrayLike<number>): Float64Array<ArrayBuffer>;
}
