import { concatWith, defer, filter, map, type Observable, of, type OperatorFunction } from "../deps/rxjs.ts";
import type { Sample } from "../feature/mod.ts";
import {
  type AllScores,
  createProgressiveScores,
  type DelayOptions,
  type Guesses,
  type Learner,
  type LearnerState,
  targetVector,
} from "../learner/mod.ts";
import { classOf, type Metric, type Prediction } from "../metric/mod.ts";
import { createAverages } from "./create_averages.ts";
import { learn, type LearnOptions, type LearnStep } from "./learn.ts";
import { learnDelayed } from "./learn_delayed.ts";
import { requireWhole } from "./require_whole.ts";

/** How a stream is learned and scored. */
export interface ProgressiveValidationOptions<S extends Sample = Sample, Value = number>
  extends LearnOptions, DelayOptions<S> {
  /**
   * After how many samples each score follows.
   *
   * @default {1000}
   */
  readonly every?: number;
  /**
   * How many samples the rolling scores look back on.
   *
   * @default {1000}
   */
  readonly window?: number;
  /** What the predictions are scored by, beside cost and accuracy; of the newest samples by `rolling`. */
  // deno-lint-ignore no-explicit-any
  readonly metrics?: readonly Metric<any, Prediction, Value>[];
  /**
   * Whether predictors that never see the features are scored by the same metrics.
   *
   * @default {true}
   */
  readonly baselines?: boolean;
}

/** How well a stream has been predicted so far, each sample before it was learned. */
export interface Score<Value = number> extends Partial<AllScores<Value>> {
  /** How many samples of the stream were learned. */
  readonly samples: number;
  /** The mean cost of all of them; NaN before the first. */
  readonly cost: number;
  /** The mean cost of the newest `window` samples. */
  readonly rollingCost: number;
  /** The share of all samples whose class was predicted; missing if the task is not classification. */
  readonly accuracy?: number;
  /** The share of the newest `window` samples whose class was predicted; missing if the task is not classification. */
  readonly rollingAccuracy?: number;
  /** How many samples were skipped, as they could not be used. */
  readonly skipped: number;
  /** The state after the last sample that was learned. */
  readonly state: LearnerState;
}

/**
 * Progressive validation: each sample of a stream is predicted first, the prediction is scored, and the sample is learned
 * after. All samples are test samples and training samples, and no score has seen its sample (Blum, Kalai and Langford,
 * "Beating the hold-out", 1999; prequential evaluation: Dawid, 1984).
 *
 * A score follows after each `every` samples and, if there is something new to tell, at the end of the stream. A sample
 * costs the same however long the window is.
 *
 * With a `delay` a sample is predicted when it comes, and scored and learned when its target comes; a sample that cannot be
 * used is told when it comes. With `metrics` there are `scores` by them, and `baselines` beside them.
 *
 * @typeParam S The samples.
 * @typeParam Value What the metrics give.
 * @param learner The learner.
 * @param options How often to score, how far to look back, by which metrics, how late the targets are, and the options of
 * `learn`.
 * @returns The operator.
 * @throws {RangeError} If `every` or `window` is not a whole number above 0, `delay` is below 0, or two metrics have the
 * same name.
 * @throws {TypeError} If a metric takes no predictions.
 *
 * @example Usage
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { progressiveValidation } from "@backstream/backstream/rx";
 * import { assert, assertEquals } from "@std/assert";
 * import { lastValueFrom, map, range } from "rxjs";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1 }], cost: "crossEntropy", seed: 1 },
 *   optimizer: sgd({ learningRate: 0.5 }),
 * });
 * const samples = range(0, 1000).pipe(map((i) => ({ features: [i % 2 - 0.5], target: i % 2 })));
 * const score = await lastValueFrom(samples.pipe(progressiveValidation(learner, { every: 100, window: 100 })));
 * assertEquals([score.samples, score.rollingAccuracy], [1000, 1]);
 * assert(score.rollingCost < score.cost);
 * ```
 */
export function progressiveValidation<S extends Sample = Sample, Value = number>(
  learner: Learner,
  options: ProgressiveValidationOptions<S, Value> = {},
): OperatorFunction<S, Score<Value>> {
  const { every = 1000, window = 1000, delay = 0 } = options;
  requireWhole("progressiveValidation", { every, window });
  createScorer(learner, options); // so that wrong options are told before there is a stream
  const late = delay === 0 ? undefined : learnDelayed(learner, options);
  return (source) =>
    defer(() => {
      const scorer = createScorer(learner, options);
      const onInvalid: LearnOptions["onInvalid"] = (error, skipped) => {
        scorer.skip(skipped);
        options.onInvalid?.(error, skipped);
      };
      const due: Observable<unknown> = late === undefined
        ? source.pipe(
          learn(learner, { ...options, onInvalid }),
          filter((step) => scorer.add(step, scorer.guess()) % every === 0),
        )
        : source.pipe(
          late({ onInvalid, note: scorer.guess }),
          filter(({ step, note }) => scorer.add(step, note) % every === 0),
        );
      return due.pipe(
        map(() => scorer.score()),
        concatWith(defer(() => scorer.hasNews() ? of(scorer.score()) : [])),
      );
    });
}

/** What no baselines predict. */
const NONE: Guesses = [];

/** The scores of one subscriber. */
function createScorer<S extends Sample, Value>(learner: Learner, options: ProgressiveValidationOptions<S, Value>) {
  const { task } = learner.description;
  const { window = 1000, metrics, baselines = true } = options;
  const scores = metrics === undefined ? undefined : createProgressiveScores<Value>(learner, { metrics, baselines });
  const costs = createAverages(window);
  const hits = createAverages(window);
  let last: { readonly state: LearnerState } | undefined; // its state is read for a score alone
  let samples = 0;
  let skipped = 0;
  let news = false;
  return {
    /** What the baselines predict now. */
    guess: (): Guesses => scores === undefined ? NONE : scores.guess(),
    /** Takes a step in, with what the baselines predicted, and tells how many there were. */
    add(step: LearnStep, guesses: Guesses): number {
      last = step;
      costs.add(step.cost);
      if (task === "classification") hits.add(isHit(step, learner) ? 1 : 0);
      scores?.add({ sample: step.sample, output: step.output, guesses, state: () => step.state });
      news = true;
      return ++samples;
    },
    skip(total: number): void {
      skipped = total;
      news = true;
    },
    score(): Score<Value> {
      news = false;
      const accuracy = { accuracy: hits.total(), rollingAccuracy: hits.rolling() };
      const cost = { cost: costs.total(), rollingCost: costs.rolling() };
      const state = last?.state ?? options.state ?? learner.init();
      return { samples, ...cost, ...task === "classification" ? accuracy : {}, ...scores?.read(), skipped, state };
    },
    hasNews: () => news,
  };
}

function isHit(step: LearnStep, learner: Learner): boolean {
  const { output, sample: { target } } = step;
  return classOf(output) === classOf(targetVector(learner, { target, output, state: () => step.state }));
}
