import type { Sample } from "../feature/mod.ts";
import type { Learner } from "./learner.ts";
import { createProgressiveRun, type ProgressiveValScore, type ProgressiveValScoreOptions } from "./progressive_run.ts";

/**
 * Progressive validation, also called prequential evaluation or test-then-train: each sample of a stream is predicted when
 * it comes, and the prediction is scored and the sample learned when its target comes, which is at once or after a delay.
 * So no score has seen its sample (Blum, Kalai and Langford, "Beating the hold-out", 1999; Dawid, 1984). Beside the scores
 * stand those of two predictors that never look at the features: what does not beat them has learned little.
 *
 * @typeParam S The samples.
 * @typeParam Value What the metrics give.
 * @param learner The learner.
 * @param samples The stream.
 * @param options The metrics, where to start, and how late the targets are.
 * @returns The scores over the whole stream.
 * @throws {SampleError} If a sample cannot be used; the error tells which one it is.
 * @throws {RangeError} If an option is out of range, or two metrics have the same name.
 * @throws {TypeError} If a metric takes no predictions.
 *
 * @example Usage
 * ```ts
 * import { createLearner, progressiveValScore, sgd } from "@backstream/backstream";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1 }], cost: "crossEntropy", seed: 1 },
 *   optimizer: sgd({ learningRate: 0.5 }),
 * });
 * const samples = Array.from({ length: 1000 }, (_, i) => ({ features: [i % 2 - 0.5], target: i % 2 }));
 * const { scores, baselines } = progressiveValScore(learner, samples);
 * assert(scores.accuracy > 0.99);
 * assertEquals(baselines?.prior.accuracy, 0.5);
 * assertEquals(baselines?.noChange.accuracy, 0.001); // the class is never that of the sample before
 * ```
 *
 * @example Targets that come late
 * ```ts
 * import { createLearner, mae, progressiveValScore, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
 *   optimizer: sgd({ learningRate: 0.25 }),
 * });
 * const samples = [0, 10, 20].map((time) => ({ features: [1], target: 2, time }));
 * const late = { metrics: [mae()], moment: ({ time }: { time: number }) => time, delay: 15 };
 * const { scores } = progressiveValScore(learner, samples, late);
 * assertEquals(scores.mae, (2 + 2 + 1) / 3); // at 10 nothing was learned yet, at 20 the first sample was
 * ```
 */
export function progressiveValScore<S extends Sample, Value = number>(
  learner: Learner,
  samples: Iterable<S>,
  options: ProgressiveValScoreOptions<S, Value> = {},
): ProgressiveValScore<Value> {
  const run = createProgressiveRun(learner, options);
  for (const sample of samples) for (const step of run.take(sample)) run.add(step);
  for (const step of run.rest()) run.add(step);
  return run.read();
}
