/** A vector as the SIMD kernel takes it without its zeros. */
export interface SparseVector {
  /** The positions of the numbers that are not 0, ascending. */
  readonly indices: ArrayLike<number>;
  /** These numbers. */
  readonly values: ArrayLike<number>;
}
