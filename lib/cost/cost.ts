/** The name of a cost function, as it stands in a network. */
export type CostName = "quadratic" | "crossEntropy" | "huber";

/** What a cost function sees of a network: its output layer, after one forward pass. */
export interface OutputLayer {
  /** The name of the activation that made the activations. */
  readonly activation: string;
  /** z^L. Shape: (units). */
  readonly weightedInputs: ArrayLike<number>;
  /** a^L. Shape: (units). */
  readonly activations: ArrayLike<number>;
}

/** Takes a gradient dC/da^L back through the output activation: for an element-wise one, g o sigma'(z^L). */
export type PullBack = (gradient: ArrayLike<number>) => ArrayLike<number>;

/**
 * A cost function (also called loss) of one sample, C_x, as a function of the output activations. The cost of many
 * samples is the mean of theirs. Computed in float64.
 */
export interface Cost {
  /** C_x. */
  readonly cost: (output: OutputLayer, target: ArrayLike<number>) => number;
  /** grad_a C, the derivatives of C_x by the output activations. Shape: (units). */
  readonly gradient: (output: OutputLayer, target: ArrayLike<number>) => Float64Array;
  /** BP1, delta^L = dC/dz^L: `pullBack(gradient)`, or the simplified form where cost and activation match. */
  readonly outputDelta: (output: OutputLayer, target: ArrayLike<number>, pullBack: PullBack) => ArrayLike<number>;
}
