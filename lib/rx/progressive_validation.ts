import { concatWith, defer, filter, map, of, type OperatorFunction } from "../deps/rxjs.ts";
import { encodeTarget, type Sample } from "../feature/mod.ts";
import type { Learner, LearnerState } from "../learner/mod.ts";
import { classOf } from "../metric/mod.ts";
import { createAverages } from "./create_averages.ts";
import { learn, type LearnOptions, type LearnStep } from "./learn.ts";
import { requireWhole } from "./require_whole.ts";

/** How a stream is learned and scored. */
export interface ProgressiveValidationOptions extends LearnOptions {
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
}

/** How well a stream has been predicted so far, each sample before it was learned. */
export interface Score {
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
 * @param learner The learner.
 * @param options How often to score, how far to look back, and the options of `learn`.
 * @returns The operator.
 * @throws {RangeError} If `every` or `window` is not a whole number above 0.
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
export function progressiveValidation(
  learner: Learner,
  options: ProgressiveValidationOptions = {},
): OperatorFunction<Sample, Score> {
  const { every = 1000, window = 1000 } = options;
  requireWhole("progressiveValidation", { every, window });
  return (source) =>
    defer(() => {
      const scorer = createScorer(learner, options.state ?? learner.init(), window);
      const onInvalid: LearnOptions["onInvalid"] = (error, skipped) => {
        scorer.skip(skipped);
        options.onInvalid?.(error, skipped);
      };
      return source.pipe(
        learn(learner, { ...options, onInvalid }),
        filter((step) => scorer.add(step) % every === 0),
        map(() => scorer.score()),
        concatWith(defer(() => scorer.hasNews() ? of(scorer.score()) : [])),
      );
    });
}

/** The scores of one subscriber. */
function createScorer({ description }: Learner, start: LearnerState, window: number) {
  const { labels, task } = description;
  const costs = createAverages(window);
  const hits = createAverages(window);
  let last: { readonly state: LearnerState } = { state: start }; // its state is read for a score alone
  let samples = 0;
  let skipped = 0;
  let news = false;
  return {
    /** Takes a step in and tells how many there were. */
    add(step: LearnStep): number {
      last = step;
      costs.add(step.cost);
      if (task === "classification") hits.add(isHit(step, labels) ? 1 : 0);
      news = true;
      return ++samples;
    },
    skip(total: number): void {
      skipped = total;
      news = true;
    },
    score(): Score {
      news = false;
      const accuracy = { accuracy: hits.total(), rollingAccuracy: hits.rolling() };
      const cost = { cost: costs.total(), rollingCost: costs.rolling() };
      return { samples, ...cost, ...task === "classification" ? accuracy : {}, skipped, state: last.state };
    },
    hasNews: () => news,
  };
}

function isHit({ sample, output }: LearnStep, labels: readonly string[]): boolean {
  return classOf(output) === classOf(encodeTarget(sample.target, { units: output.length, labels }));
}
