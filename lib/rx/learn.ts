import { defer, filter, map, type Observable, type OperatorFunction } from "../deps/rxjs.ts";
import { type Sample, SampleError } from "../feature/mod.ts";
import {
  cursorOf,
  type CursorStep,
  type Learned,
  type LearnedMany,
  type Learner,
  type LearnerState,
} from "../learner/mod.ts";
import { countInvalid, type InvalidOptions } from "./count_invalid.ts";
import { learnStep } from "./learn_step.ts";

/** How a stream is learned. */
export interface LearnOptions extends InvalidOptions<SampleError> {
  /**
   * Where to start.
   *
   * @default {learner.init()}
   */
  readonly state?: LearnerState;
}

/** A sample that was learned: the state after it, and the output and cost of the prediction made before. */
export interface LearnStep<S extends Sample = Sample> extends Learned {
  /** The sample. */
  readonly sample: S;
  /** How many samples were skipped so far, as they could not be used. */
  readonly skipped: number;
}

/** A mini-batch that was learned: the state after it, and the outputs and costs of the predictions made before. */
export interface LearnBatchStep<S extends Sample = Sample> extends LearnedMany {
  /** The samples, without those that were skipped. */
  readonly samples: readonly S[];
  /** How many samples were skipped so far, as they could not be used. */
  readonly skipped: number;
}

/** What learning gives: a step for a sample, a batch step for an array of samples. */
export type StepOf<T> = T extends readonly (infer S extends Sample)[] ? LearnBatchStep<S>
  : T extends Sample ? LearnStep<T>
  : never;

/**
 * Learns a stream: predicts each sample, scores the prediction, then learns from it.
 *
 * 1. A sample is learned by `learner.learnOne`, an array of samples by `learner.learnBatch` as one mini-batch.
 * 2. It happens before the source goes on, so a source that waits for its subscriber gets back-pressure.
 * 3. Every subscriber starts from the same state and has its own from there on.
 * 4. A sample that cannot be used changes nothing. It ends the stream with a `SampleError` that holds its place in the
 *    stream, counted from 0, and the state before it is that of the last step; or it is skipped and counted. In a
 *    mini-batch the others are learned then; a mini-batch of which none is left gives no step.
 *
 * @typeParam T Samples, or arrays of samples.
 * @param learner The learner.
 * @param options Where to start, and what happens to samples that cannot be used.
 * @returns The operator.
 *
 * @example Skip what cannot be learned
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { learn } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { from, lastValueFrom } from "rxjs";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const samples = from([{ features: [1], target: 2 }, { features: [NaN], target: 2 }, { features: [3], target: 6 }]);
 * const { state, skipped } = await lastValueFrom(samples.pipe(learn(learner, { invalid: "skip" })));
 * assertEquals([state.samples, skipped], [2, 1]);
 * ```
 *
 * @example Mini-batches
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { learn, miniBatch } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, map, range } from "rxjs";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const samples = range(0, 25).pipe(map((i) => ({ features: [i / 25], target: i })));
 * const { costs } = await lastValueFrom(samples.pipe(miniBatch(10), learn(learner)));
 * assertEquals(costs.length, 5);
 * ```
 */
export function learn<T extends Sample | readonly Sample[]>(
  learner: Learner,
  options: LearnOptions = {},
): OperatorFunction<T, StepOf<T>> {
  return (source) =>
    defer(() => {
      const step = stepper(learner, options) as (item: T) => StepOf<T> | undefined;
      const steps = source.pipe(map(step)) as Observable<StepOf<T>>;
      // Where nothing is skipped, every item gives a step, and to filter would take time.
      return options.invalid === "skip" ? steps.pipe(filter((result) => result !== undefined)) : steps;
    });
}

/** The steps of one subscriber; undefined where nothing was learned. */
function stepper(learner: Learner, options: LearnOptions) {
  const invalid = countInvalid(options);
  let cursor = cursorOf(learner, options.state ?? learner.init());
  let last = () => options.state ?? learner.init();
  let place = 0;

  const learnSample = (sample: Sample): LearnStep | undefined => {
    const index = place++;
    let learned: CursorStep;
    try {
      learned = cursor.learnOne(sample);
    } catch (error) {
      if (error instanceof SampleError) return void invalid.reject(error.at(index));
      throw error;
    }
    last = learned.state;
    return learnStep(learned, sample, invalid.skipped);
  };

  const learnBatch = (batch: readonly Sample[]): LearnBatchStep | undefined => {
    let usable = batch.map((sample) => ({ sample, index: place++ }));
    while (usable.length > 0) {
      const samples = usable.map(({ sample }) => sample);
      try {
        const { state, outputs, costs } = learner.learnBatch(last(), samples);
        last = () => state;
        cursor = cursorOf(learner, state);
        return { state, samples, outputs, costs, skipped: invalid.skipped };
      } catch (error) {
        if (!(error instanceof SampleError)) throw error;
        const bad = error.index ?? 0;
        invalid.reject(error.at(usable[bad].index));
        usable = usable.filter((_, i) => i !== bad);
      }
    }
  };

  return (item: Sample | readonly Sample[]) => isBatch(item) ? learnBatch(item) : learnSample(item);
}

function isBatch(item: Sample | readonly Sample[]): item is readonly Sample[] {
  return Array.isArray(item);
}
