/** The name of an activation function, as it stands in a network. */
export type ActivationName =
  | "sigmoid"
  | "tanh"
  | "relu"
  | "leakyRelu"
  | "elu"
  | "gelu"
  | "silu"
  | "softplus"
  | "identity"
  | "softmax";

/** An activation that works on each weighted input alone: a_j = sigma(z_j). Computed in float64. */
export interface ElementwiseActivation {
  /** It works element by element. */
  readonly elementwise: true;
  /** a = sigma(z). */
  readonly value: (z: number) => number;
  /** sigma'(z), the derivative by the weighted input. */
  readonly derivative: (z: number) => number;
}

/** An activation of a whole layer: a = sigma(z), every a_j depending on every z_k. Computed in float64. */
export interface LayerActivation {
  /** It works on the whole layer. */
  readonly elementwise: false;
  /** a = sigma(z). Shapes: z and a (units). */
  readonly value: (z: ArrayLike<number>) => Float64Array;
  /** The Jacobian da_j/dz_k, row-major. Shape: (units, units). */
  readonly derivative: (z: ArrayLike<number>) => Float64Array;
  /** The transposed Jacobian times a gradient dC/da, which is dC/dz, without writing the Jacobian out. */
  readonly pullBack: (z: ArrayLike<number>, gradient: ArrayLike<number>) => Float64Array;
}

/** An activation function with its derivative. */
export type Activation = ElementwiseActivation | LayerActivation;
