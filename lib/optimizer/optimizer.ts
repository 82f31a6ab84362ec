import type { KernelStage, Vector } from "../kernel/mod.ts";
import type { Gradients, Network } from "../network/mod.ts";

/** An optimizer as plain data: its name and its options, enough to make it again. */
export interface OptimizerSpec {
  /** The name of the function that makes it. */
  readonly name: string;
  /** Its options. */
  readonly [option: string]: unknown;
}

/**
 * How gradients become changes of the parameters: a pair of pure functions.
 *
 * @typeParam State What it remembers from step to step, as plain data.
 */
export interface Optimizer<State = unknown> {
  /** Name and options, so that a snapshot can name the optimizer; one without it works but cannot be encoded. */
  readonly spec?: OptimizerSpec;
  /** How the SIMD kernel takes the same steps; without it they are taken one operation after the other. */
  readonly program?: KernelProgram<State>;
  /** The state before the first step. */
  init(network: Network): State;
  /**
   * The updates, to be added to the parameters, and the next state. Changes nothing that it is given. A learner tells what
   * the step is made of; whoever calls an optimizer himself may leave it out.
   */
  update(state: State, gradients: Gradients, network: Network, step?: LearningStep): [updates: Gradients, state: State];
}

/** What a step is made of, for optimizers to which the gradients alone tell too little. */
export interface LearningStep {
  /** a^l of the input and of each layer behind it; of a mini-batch, the largest |a| of its samples. */
  readonly activations: readonly Vector[];
  /** The sample, which a mini-batch does not have. */
  readonly sample?: SampleStep;
}

/** What an optimizer may know of the sample whose gradients it is given. */
export interface SampleStep {
  /** z^L of the output layer. Shape: (units). */
  readonly weightedInputs: Vector;
  /** y. Shape: (units). */
  readonly target: Vector;
  /** Its importance, by which its gradients have been multiplied already. */
  readonly weight: number;
}

/** The state of an optimizer that remembers only how many steps it took. */
export interface StepState {
  /** How many steps were taken. */
  readonly step: number;
}

/** The steps of an optimizer as stages of the SIMD kernel, which give the same bytes as `update`. */
export interface KernelProgram<State> {
  /** The stages, in their order. */
  readonly stages: readonly KernelStage[];
  /** The state of each stage: the number of steps, and what it remembers under the names in `stages`. */
  split(state: State): readonly StepState[];
  /** The state that the states of the stages make up. */
  join(states: readonly StepState[]): State;
}
