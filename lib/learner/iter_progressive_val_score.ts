import type { Sample } from "../feature/mod.ts";
import type { Learner } from "./learner.ts";
import {
  createProgressiveRun,
  type ProgressiveRun,
  type ProgressiveValScore,
  type ProgressiveValScoreOptions,
} from "./progressive_run.ts";

/** How a stream is learned and scored, step by step. */
export interface IterProgressiveValScoreOptions<S extends Sample = Sample, Value = number>
  extends ProgressiveValScoreOptions<S, Value> {
  /**
   * After how many learned samples each checkpoint follows.
   *
   * @default {1000}
   */
  readonly every?: number;
}

/**
 * The same as `progressiveValScore` as it comes about: a checkpoint follows after each `every` learned samples
 * and, if there is something new to tell, at the end of the stream.
 *
 * @typeParam S The samples.
 * @typeParam Value What the metrics give.
 * @param learner The learner.
 * @param samples The stream.
 * @param options As there, and how often to score.
 * @returns The checkpoints; the stream is read as they are asked for.
 * @throws {SampleError} As there.
 * @throws {RangeError} As there.
 * @throws {TypeError} As there.
 *
 * @example Usage
 * ```ts
 * import { createLearner, iterProgressiveValScore, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * const samples = Array.from({ length: 250 }, (_, i) => ({ features: [i % 5], target: 3 * (i % 5) }));
 * const checkpoints = [...iterProgressiveValScore(learner, samples, { every: 100 })];
 * assertEquals(checkpoints.map(({ samples }) => samples), [100, 200, 250]);
 * ```
 */
export function iterProgressiveValScore<S extends Sample, Value = number>(
  learner: Learner,
  samples: Iterable<S>,
  options: IterProgressiveValScoreOptions<S, Value> = {},
): Generator<ProgressiveValScore<Value>, void, undefined> {
  const { every = 1000 } = options;
  if (!Number.isInteger(every) || every < 1) {
    throw new RangeError(
      `Cannot validate progressively as every must be a whole number above 0: current value is ${every}`,
    );
  }
  return checkpoints(createProgressiveRun(learner, options), samples, every);
}

function* checkpoints<S extends Sample, Value>(
  run: ProgressiveRun<Value>,
  samples: Iterable<S>,
  every: number,
): Generator<ProgressiveValScore<Value>, void, undefined> {
  let told = 0;
  for (const step of stepsOf(run, samples)) {
    const count = run.add(step);
    if (count % every !== 0) continue;
    told = count;
    yield run.read();
  }
  const last = run.read();
  if (last.samples > told) yield last;
}

function* stepsOf<S extends Sample, Value>(run: ProgressiveRun<Value>, samples: Iterable<S>) {
  for (const sample of samples) yield* run.take(sample);
  yield* run.rest();
}
