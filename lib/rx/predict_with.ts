import { map, type OperatorFunction } from "../deps/rxjs.ts";
import { type Features, SampleError } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import type { Learner, LearnerState } from "../learner/mod.ts";

/** Features and what the network answers to them. */
export interface Prediction<F extends Features = Features> {
  /** The features. */
  readonly features: F;
  /** The output. Shape: (units). */
  readonly output: Vector;
}

/**
 * Predicts a stream, and learns nothing.
 *
 * Features that cannot be used end the stream with a `SampleError` that holds their place in it, counted from 0.
 *
 * @typeParam F What the features are.
 * @param learner The learner.
 * @param state Its state; or a function that gives it, asked for each prediction, to follow a model that goes on learning.
 * @returns The operator.
 *
 * @example Usage
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { predictWith } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, of } from "rxjs";
 *
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1, initializer: "zeros" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const { output } = await lastValueFrom(of([1, 2]).pipe(predictWith(learner, learner.init())));
 * assertEquals([...output], [0.5]);
 * ```
 */
export function predictWith<F extends Features>(
  learner: Learner,
  state: LearnerState | (() => LearnerState),
): OperatorFunction<F, Prediction<F>> {
  const current = typeof state === "function" ? state : () => state;
  return (source) => source.pipe(map((features, index) => ({ features, output: predictAt(index, features) })));

  function predictAt(index: number, features: F): Vector {
    try {
      return learner.predictOne(current(), features);
    } catch (error) {
      throw error instanceof SampleError ? error.at(index) : error;
    }
  }
}
