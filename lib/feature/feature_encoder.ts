import type { SparseVector, Vector } from "../kernel/mod.ts";
import type { Form, Spec } from "../plain/mod.ts";
import type { ColumnDescription } from "./describe_columns.ts";
import type { FeatureEncoderOptions } from "./encoder_options.ts";
import type { FeatureSchema } from "./field.ts";
import type { Layout } from "./layout.ts";
import type { Features } from "./sample.ts";
import type { Vector64 } from "./vector64.ts";

/** The state of a feature encoder: what fields there are, and what is known of their numbers. */
export interface FeatureEncoderState {
  /** The fields and their columns. */
  readonly layout: Layout;
  /** The statistics of the scaled columns, one after the other, as a scaler has them. */
  readonly statistics: Float64Array;
  /** The latest number of each scaled column, if a field needs it for what is missing; otherwise empty. */
  readonly previous: Float64Array;
}

/**
 * Turns features into the columns that a network takes, and learns on the way what fields, categories and scales there are.
 *
 * A sample is read once, by `read`, into raw columns; these are prepared, by `prepare`, each time that they are learned from, as
 * the scales that are known by then have it.
 *
 * @typeParam State What it remembers, as plain data.
 */
export interface FeatureEncoder<State = unknown> {
  /** The name and the options, enough for `createFeatureEncoder` to make it again. */
  readonly spec: Spec & FeatureEncoderOptions;
  /** What its states look like. */
  readonly form: Form;
  /** The state before the first sample. */
  init(): State;
  /**
   * The state that has learned from one more sample: new fields and categories, and the statistics of its numbers. Changes
   * nothing that it is given.
   *
   * @throws {SampleError} If a value cannot be used; it names the field.
   */
  update(state: State, features: Features): State;
  /** How many columns there are; it only ever grows. */
  width(state: State): number;
  /**
   * The columns as they are read: NaN is a number that is missing and will be the mean; a category or a field that was never
   * learned is nothing. Where most columns are categories, words or sparse vectors they are sparse: those that are not 0, all
   * that are scaled, and the last one. Learns nothing.
   *
   * @throws {SampleError} If a value cannot be used; it names the field.
   */
  read(state: State, features: Features): Vector64 | SparseVector;
  /**
   * The columns as the network takes them: one a column that there is now, in float32, always finite. Raw columns that were read
   * when there were fewer count as missing in those that came later.
   */
  prepare(state: State, raw: Vector64 | SparseVector): Vector | SparseVector;
  /** What each column stands for, for people. */
  columns(state: State): readonly ColumnDescription[];
  /** The schema as far as it is known: what was given, and what was learned. */
  schema(state: State): FeatureSchema;
  /** What is wrong with plain data of the form that should be a state of this encoder; undefined if nothing is. */
  fault(state: State): string | undefined;
}
