import type { Task } from "../../learner/mod.ts";
import {
  accuracy,
  type AnyMetric,
  classOf,
  fading,
  logLoss,
  mae,
  metricName,
  noChange,
  type NoChangeState,
  type Prediction,
  prior,
  type PriorState,
  rmse,
} from "../../metric/mod.ts";
import { type Curve, initCurve, type Scored, updateCurve } from "./curve.ts";
import type { AllScores, NamedScores } from "./model_stats.ts";

/** The scores of a model and of the baselines, as plain data. */
export interface Scoreboard {
  /** What the outputs mean, which says what they are scored by. */
  readonly task: Task;
  /** The states of the metrics of the model. */
  readonly model: readonly unknown[];
  /** Those of the baselines. */
  readonly noChange: readonly unknown[];
  readonly prior: readonly unknown[];
  /** What the baselines remember. */
  readonly last: NoChangeState;
  readonly mean: PriorState;
  /** The fading sums of weights and of costs. */
  readonly cost: { readonly weight: number; readonly sum: number };
  /** The learning curve. */
  readonly curve: Curve;
}

/** A sample that was predicted and learned. */
export interface ScoredSample extends Prediction {
  /** The cost of the prediction. */
  readonly cost: number;
}

/** What recent scores multiply earlier weights by: they look back over about 1,000 samples. */
const FADING = 0.999;

const METRICS: Readonly<Record<Task, readonly AnyMetric[]>> = {
  classification: [accuracy(), fading(accuracy(), { factor: FADING }), logLoss()],
  regression: [mae(), fading(mae(), { factor: FADING }), rmse()],
};
const LAST = noChange();
const MEAN = prior();

/** The scores before the first sample. */
export function initScoreboard(task: Task): Scoreboard {
  const states = METRICS[task].map((metric) => metric.init());
  return {
    task,
    model: states,
    noChange: states,
    prior: states,
    last: LAST.init(),
    mean: MEAN.init(),
    cost: { weight: 0, sum: 0 },
    curve: initCurve(),
  };
}

/**
 * Scores samples in their order.
 *
 * @param board The scores.
 * @param samples The samples, each predicted before it was learned.
 * @param time When they were learned.
 * @returns The scores with them.
 */
export function updateScoreboard(board: Scoreboard, samples: readonly ScoredSample[], time: number): Scoreboard {
  if (samples.length === 0) return board;
  const metrics = METRICS[board.task];
  const scoreOf = board.task === "classification" ? isHit : absoluteError;
  const [model, noChange, prior] = [[...board.model], [...board.noChange], [...board.prior]];
  let { last, mean, cost: { weight, sum } } = board;
  const scored: Scored[] = [];
  for (const sample of samples) {
    const { target, cost } = sample;
    const guesses = [
      { ...sample, output: LAST.predict(last) },
      { ...sample, output: MEAN.predict(mean) },
    ];
    for (let i = 0; i < metrics.length; i++) {
      model[i] = metrics[i].update(model[i], sample);
      noChange[i] = metrics[i].update(noChange[i], guesses[0]);
      prior[i] = metrics[i].update(prior[i], guesses[1]);
    }
    scored.push({ cost, score: scoreOf(sample), noChange: scoreOf(guesses[0]), prior: scoreOf(guesses[1]) });
    last = LAST.update(last, target);
    mean = MEAN.update(mean, target, sample.weight);
    weight = weight * FADING + 1;
    sum = sum * FADING + cost;
  }
  const curve = updateCurve(board.curve, scored, time);
  return { task: board.task, model, noChange, prior, last, mean, cost: { weight, sum }, curve };
}

/**
 * The scores by name.
 *
 * @param board The scores.
 * @returns Those of the model and of the baselines.
 */
export function readScores({ task, model, noChange, prior }: Scoreboard): AllScores {
  const read = (states: readonly unknown[]): NamedScores =>
    Object.fromEntries(METRICS[task].map((metric, i) => [metricName(metric.spec), metric.value(states[i])]));
  return { model: read(model), noChange: read(noChange), prior: read(prior) };
}

/**
 * The mean cost, fading over about 1,000 samples.
 *
 * @param board The scores.
 * @returns The mean; NaN before the first sample.
 */
export function recentCost({ cost: { weight, sum } }: Scoreboard): number {
  return sum / weight;
}

function isHit({ output, target }: Prediction): number {
  return classOf(output) === classOf(target) ? 1 : 0;
}

function absoluteError({ output, target }: Prediction): number {
  let sum = 0;
  for (let j = 0; j < target.length; j++) sum += Math.abs(target[j] - (output[j] ?? 0));
  return sum / target.length;
}
