/** A vector given by its elements that are not zero. */
export interface SparseFeatures {
  /** The positions, from 0 on, each at most once. */
  readonly indices: ArrayLike<number>;
  /** The values at these positions. */
  readonly values: ArrayLike<number>;
}

/** A value of a record's field. null, undefined, "" for non-text and NaN are a missing value. */
export type FieldValue = number | string | boolean | Date | null | undefined | ArrayLike<number>;

/** Features by name, as a row of a table or a JSON object has them; a feature schema says how they become numbers. */
export interface FeatureRecord {
  /** The value of a field. */
  readonly [name: string]: FieldValue;
}

/** The input of a network: a typed array, a number array, a sparse vector, or a record where there is a schema for it. */
export type Features = ArrayLike<number> | SparseFeatures | FeatureRecord;

/**
 * What a network should answer: a vector with one number an output; for several outputs a class index, which stands for
 * the vector that is 1 there and 0 elsewhere; for one output a number; a label, one of the learner's `labels`; true or
 * false; or numbers or truth values by name. Which of them a learner takes is up to it.
 */
export type Target = ArrayLike<number> | number | string | boolean | Readonly<Record<string, number | boolean>>;

/** One example to learn from. */
export interface Sample {
  /** The input. */
  readonly features: Features;
  /** What the network should answer. */
  readonly target: Target;
  /** Importance: the gradient of this sample is multiplied by it. At least 0; 1 when missing. */
  readonly weight?: number;
  /** A name for the sample, carried along and never learned from. */
  readonly id?: string;
  /** When the sample was seen, in milliseconds since 1970, carried along and never learned from. */
  readonly time?: number;
}
