import type { Vector } from "./vector.ts";

/**
 * The arithmetic on float32 blocks that everything else is built on.
 *
 * The order of every sum is part of the definition, as float32 sums depend on it; each product and each sum is rounded to
 * float32 (no fused multiply-add). An input a_k that is zero takes no part in `affine`, and its outer product is exactly
 * 0, so that a sparse vector costs less: for finite numbers that changes nothing but the sign of a zero. Any other
 * kernel must give the same bytes.
 *
 * Matrices are row-major: element (j, k) of a matrix of shape (units, inputs) is at `j * inputs + k`. This is the only
 * place in the library where a function writes into an array it was given: the last argument, `out`.
 */
export interface Kernel {
  /**
   * `out_j = 0 + b_j + sum_k w_jk a_k`, from left to right by ascending k. Shapes: weights (units, inputs), biases and
   * out (units), input (inputs).
   */
  affine(weights: Vector, biases: Vector, input: Vector, out: Float32Array): void;
  /**
   * `out_k = sum_j w_jk d_j`, the transposed matrix times a vector: four sums, the one of j mod 4 over the terms j by
   * ascending j from 0 on, then (s_0 + s_1) + (s_2 + s_3). Shapes: weights (units, inputs), delta (units), out (inputs).
   */
  transposedProduct(weights: Vector, delta: Vector, out: Float32Array): void;
  /** `out_jk = d_j a_k`, 0 where a_k is zero. Shapes: delta (units), input (inputs), out (units, inputs). */
  outerProduct(delta: Vector, input: Vector, out: Float32Array): void;
  /** `out_i = s_i t_i`. */
  hadamard(s: Vector, t: Vector, out: Float32Array): void;
  /** `out_i = s_i + t_i`. */
  add(s: Vector, t: Vector, out: Float32Array): void;
  /** `out_i = factor t_i`, the factor rounded to float32. */
  scale(factor: number, t: Vector, out: Float32Array): void;
}
