import type { ActivationName } from "../activation/mod.ts";
import type { CostName } from "../cost/mod.ts";
import type { Vector } from "../kernel/mod.ts";

/** One layer of a network: w^l, b^l and the name of sigma. */
export interface Layer {
  /** How many neurons the layer before it has. */
  readonly inputs: number;
  /** How many neurons it has. */
  readonly units: number;
  /** The name of its activation function. */
  readonly activation: ActivationName;
  /** w^l, row-major: w^l_jk, from neuron k of the layer before to neuron j, is at `j * inputs + k`. */
  readonly weights: Vector;
  /** b^l. Shape: (units). */
  readonly biases: Vector;
}

/** A network as plain data: `structuredClone`, workers and stores carry it. */
export interface Network {
  /** How many numbers the input holds. */
  readonly inputs: number;
  /** The layers behind the input; their weights and biases are views of `parameters`. */
  readonly layers: readonly Layer[];
  /** The name of the cost function. */
  readonly cost: CostName;
  /** All parameters in one block: for each layer in turn its weights, then its biases. */
  readonly parameters: Vector;
}

/** The shape of a network: all that is left without the parameters. */
export interface NetworkShape {
  /** How many numbers the input holds. */
  readonly inputs: number;
  /** Units and activation of each layer. */
  readonly layers: readonly { readonly units: number; readonly activation: ActivationName }[];
  /** The name of the cost function. */
  readonly cost: CostName;
}
