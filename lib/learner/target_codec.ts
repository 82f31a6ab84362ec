import type { ScalerState, Target } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import type { Form } from "../plain/mod.ts";

/** What has been seen of the targets of a stream, as plain data. */
export interface TargetState {
  /** The labels of the outputs, in their order; outputs behind the last have none yet. */
  readonly labels: readonly string[];
  /** How many outputs there are. */
  readonly units: number;
  /** What the scaler of the numbers remembers; that of no columns where there is none. */
  readonly scaler: ScalerState;
}

/** What all states of a codec look like. */
export const targetForm: Form = { labels: ["list", "text"], units: "count", scaler: { statistics: "float64" } };

/** How the targets of a task become the vectors that a network answers with, and back. */
export interface TargetCodec {
  /** The state before the first target. */
  init(): TargetState;
  /**
   * The state after one more target: with the classes that are new in it, and its numbers known to the scaler. Changes nothing that it
   * is given.
   *
   * @throws {SampleError} If the target cannot be used.
   */
  update(state: TargetState, target: Target): TargetState;
  /**
   * The target as a vector, in its own units. Shape: (units).
   *
   * @throws {SampleError} If the target cannot be used.
   */
  encode(state: TargetState, target: Target): Vector;
  /** A target as the network shall answer it. */
  scale(state: TargetState, target: Vector): Vector;
  /** The answer of a network in the units of the targets. */
  restore(state: TargetState, output: Vector): Vector;
}
