import type { Features, FeatureSchema, Sample, Target } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import type { Network, NetworkOptions } from "../network/mod.ts";
import type { Optimizer, OptimizerSpec } from "../optimizer/mod.ts";
import type { Spec } from "../plain/mod.ts";

/**
 * What the outputs of a learner mean: one class of several, numbers, labels of which each is there or not, or how unusual
 * a sample is.
 */
export type Task = "classification" | "regression" | "multilabel" | "anomaly";

/** A learner to be made. */
export interface LearnerOptions {
  /** The network to start from, or how to make it. */
  readonly network: NetworkOptions | Network;
  /** How gradients become steps. */
  readonly optimizer: Optimizer;
  /**
   * The labels in the order of the classes, so that targets can be labels. One an output; two may share one output.
   *
   * @default {[]}
   */
  readonly labels?: readonly string[];
  /** What the outputs mean. By default classification for sigmoid and softmax outputs and for the cross-entropy. */
  readonly task?: Task;
}

/** A learner as plain data: all that a snapshot needs to make it again. */
export interface LearnerDescription {
  /** How `makeLearner` makes it again, if it is made of more than one network and an optimizer. */
  readonly maker?: Spec;
  /** How to make the first network; missing where the learner started from a given one. */
  readonly network?: NetworkOptions;
  /** The optimizer; missing where it has no spec. */
  readonly optimizer?: OptimizerSpec;
  /** The labels in the order of the classes. */
  readonly labels: readonly string[];
  /** What the outputs mean. */
  readonly task: Task;
}

/** Everything a learner has learned so far, as plain data: `structuredClone`, workers and stores carry it. */
export interface LearnerState {
  /** The current network. */
  readonly network: Network;
  /** What the optimizer remembers. */
  readonly optimizer: unknown;
  /** How many samples were learned. */
  readonly samples: number;
}

/** What learning one sample gives. */
export interface Learned {
  /** The state after the sample. */
  readonly state: LearnerState;
  /** The prediction made before anything was learned from the sample. Shape: (units). */
  readonly output: Vector;
  /** The cost of that prediction. */
  readonly cost: number;
}

/** What learning several samples gives. */
export interface LearnedMany {
  /** The state after the last sample. */
  readonly state: LearnerState;
  /** The predictions, one row a sample, each made before its sample was learned. Shape: (samples, units). */
  readonly outputs: Vector;
  /** The cost of each prediction. Shape: (samples). */
  readonly costs: Vector;
}

/** Pure functions from a state and samples to the next state: predict first, score, then learn. */
export interface Learner {
  /** The learner as plain data. */
  readonly description: LearnerDescription;
  /** The state before the first sample. */
  init(): LearnerState;
  /**
   * One step of online learning: predicts the sample, scores the prediction, then learns from it.
   *
   * @throws {SampleError} If the sample cannot be used; the state is as it was.
   */
  learnOne(state: LearnerState, sample: Sample): Learned;
  /**
   * Learns samples one after the other: the same result, bit for bit, as `learnOne` in a loop.
   *
   * @throws {SampleError} If a sample cannot be used; nothing is learned then, and the error tells which one it is.
   */
  learnMany(state: LearnerState, samples: Iterable<Sample>): LearnedMany;
  /**
   * One step on a mini-batch: all samples are predicted by the same network, which then takes one step along the mean
   * of their gradients.
   *
   * @throws {SampleError} If a sample cannot be used; nothing is learned then, and the error tells which one it is.
   */
  learnBatch(state: LearnerState, samples: Iterable<Sample>): LearnedMany;
  /**
   * The output for one input. Never changes anything.
   *
   * @throws {SampleError} If the features cannot be used.
   */
  predictOne(state: LearnerState, features: Features): Vector;
  /**
   * The outputs for several inputs, one row each. Shape: (samples, units). Never changes anything.
   *
   * @throws {SampleError} If the features of one cannot be used; the error tells which one it is.
   */
  predictMany(state: LearnerState, features: Iterable<Features>): Vector;
  /**
   * The target as a vector that can be compared with the output, for learners whose classes grow in number.
   *
   * @throws {SampleError} If the target cannot be used.
   */
  encodeTarget?(state: LearnerState, target: Target): Vector;
  /** The labels of the outputs that a state knows, for learners whose labels grow in number. */
  labelsOf?(state: LearnerState): readonly string[];
  /** The fields of records that a state knows; undefined where features are arrays, or before the first record. */
  fieldsOf?(state: LearnerState): FeatureSchema | undefined;
  /** What is wrong with plain data that should be a state of this learner; undefined if nothing is. */
  fault?(state: LearnerState): string | undefined;
}
