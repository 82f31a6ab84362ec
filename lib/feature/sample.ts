/** A vector given by its elements that are not zero. */
export interface SparseFeatures {
  /** The positions, from 0 on, each at most once. */
  readonly indices: ArrayLike<number>;
  /** The values at these positions. */
  readonly values: ArrayLike<number>;
}

/** The input of a network: a typed array, a number array, or a sparse vector. */
export type Features = ArrayLike<number> | SparseFeatures;

/**
 * What a network should answer: a vector with one number an output; for several outputs a class index, which stands for
 * the vector that is 1 there and 0 elsewhere; for one output a number; or a label, one of the learner's `labels`.
 */
export type Target = ArrayLike<number> | number | string;

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
