import type { Vector } from "./vector.ts";

/**
 * The arithmetic on float32 blocks that everything else is built on.
 *
 * The order of every sum is part of the definition, as float32 sums depend on it: one accumulator per output element,
 * terms added by ascending index, each product and each sum rounded to float32 (no fused multiply-add). Terms of a sum
 * whose vector element (a_k or d_j) is zero are left out, so that a sparse vector costs less; for finite numbers that
 * changes nothing but, at most, the sign of a zero. Any other kernel must give the same bytes.
 *
 * Matrices are row-major: element (j, k) of a matrix of shape (units, inputs) is at `j * inputs + k`. This is the only
 * place in the library where a function writes into an array it was given: the last argument, `out`.
 */
export interface Kernel {
  /** `out_j = b_j + sum_k w_jk a_k`, the sum started at b_j. Shapes: weights (units, inputs), biases and out (units). */
  affine(weights: Vector, biases: Vector, input: Vector, out: Float32Array): void;
  /**
   * `out_k = sum_j w_jk d_j`, the transposed matrix times a vector, the sum started at 0. Shapes: weights
   * (units, inputs), delta (units), out (inputs).
   */
  transposedProduct(weights: Vector, delta: Vector, out: Float32Array): void;
  /** `out_jk = d_j a_k`. Shapes: delta (units), input (inputs), out (units, inputs). */
  outerProduct(delta: Vector, input: Vector, out: Float32Array): void;
  /** `out_i = s_i t_i`. */
  hadamard(s: Vector, t: Vector, out: Float32Array): void;
  /** `out_i = s_i + t_i`. */
  add(s: Vector, t: Vector, out: Float32Array): void;
  /** `out_i = factor t_i`, the factor rounded to float32. */
  scale(factor: number, t: Vector, out: Float32Array): void;
}
