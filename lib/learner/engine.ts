import type { SparseVector, Vector } from "../kernel/mod.ts";
import type { CursorStep } from "./cursor.ts";
import type { Learned, LearnedMany, LearnerState } from "./learner.ts";
import type { ReadSample } from "./read_samples.ts";

/** What learns on from where its last step has led. */
export interface EngineCursor {
  /** Predicts, scores and learns one sample. */
  learnOne(sample: ReadSample): CursorStep;
  /** The output for one input, by what has been learned so far. */
  predictOne(input: Vector | SparseVector): Vector;
  /** Whether all parameters, and all that the optimizer remembers of them, are finite. */
  isFinite(): boolean;
}

/** What carries out the steps of a learner; every engine gives the same bytes. */
export interface Engine {
  /** Whether it checks itself that the numbers of a dense input are finite. */
  readonly checksInputs: boolean;
  /** Whether this is the state that the engine made last, which then needs no check. */
  holds(state: LearnerState): boolean;
  /** Predicts, scores and learns one sample. */
  learnOne(state: LearnerState, sample: ReadSample): Learned;
  /** Learns sample after sample, from the state on. */
  open(state: LearnerState): EngineCursor;
  /**
   * Predicts, scores and learns samples one after the other, each read when the source gives it, as that may use one array for
   * all of them; some may be read before those that were read earlier are learned. What they throw is thrown on; of an error of
   * reading one, with its place.
   */
  learnMany<T>(state: LearnerState, samples: Iterable<T>, read: (sample: T) => ReadSample): LearnedMany;
  /** Predicts and scores samples, then takes one step along their mean gradient; none without samples. */
  learnBatch(state: LearnerState, samples: Iterable<ReadSample>): LearnedMany;
  /** The output for one input. */
  predictOne(state: LearnerState, input: Vector | SparseVector): Vector;
  /** The outputs for inputs, one row each. */
  predictMany(state: LearnerState, inputs: Iterable<Vector | SparseVector>): Vector;
}
