import type { Task } from "../../learner/mod.ts";
import { accuracy, type AnyMetric, type AverageState, fading, mae, metricName, rmse } from "../../metric/mod.ts";
import { type Curve, initCurve, updateCurve } from "./curve.ts";
import { type DriftWatch, initDriftWatch, openDriftWatch } from "./drift_watch.ts";
import type { AllScores, NamedScores } from "./model_stats.ts";

/** The scores of a model and of the baselines, as plain data. */
export interface Scoreboard {
  /** What the outputs mean, which says what they are scored by. */
  readonly task: Task;
  /** The states of the metrics of the model. */
  readonly model: readonly AverageState[];
  /** Those of the baseline that predicts the last target. */
  readonly noChange: readonly AverageState[];
  /** Those of the baseline that predicts the mean of all targets. */
  readonly prior: readonly AverageState[];
  /** The last target; empty before the first. */
  readonly last: readonly number[];
  /** The weight of all targets, and their weighted sums. */
  readonly mean: { readonly weight: number; readonly sums: readonly number[] };
  /** The fading sums of weights and of costs. */
  readonly cost: AverageState;
  /** What notices that the model predicts worse than before. */
  readonly drift: DriftWatch;
  /** The learning curve. */
  readonly curve: Curve;
}

/** Samples that were predicted and learned one after the other. */
export interface ScoredSamples {
  /** The outputs, one row each. Shape: (samples, units). */
  readonly outputs: ArrayLike<number>;
  /** The costs. Shape: (samples). */
  readonly costs: ArrayLike<number>;
  /** The targets as vectors, or numbers where there is one output. */
  readonly targets: readonly (ArrayLike<number> | number)[];
  /** How much each counts. */
  readonly weights: readonly number[];
}

/** What recent scores multiply earlier weights by: they look back over about 1,000 samples. */
const FADING = 0.999;

const METRICS: Readonly<Record<Task, readonly AnyMetric[]>> = {
  classification: [accuracy(), fading(accuracy(), { factor: FADING })],
  regression: [mae(), fading(mae(), { factor: FADING }), rmse()],
  multilabel: [mae(), fading(mae(), { factor: FADING })],
  anomaly: [mae(), fading(mae(), { factor: FADING })],
};

/** The scores before the first sample. */
export function initScoreboard(task: Task): Scoreboard {
  const states = METRICS[task].map((metric) => metric.init());
  return {
    task,
    model: states,
    noChange: states,
    prior: states,
    last: [],
    mean: { weight: 0, sums: [] },
    cost: { weight: 0, sum: 0 },
    drift: initDriftWatch(),
    curve: initCurve(),
  };
}

/**
 * Scores samples in their order: what the metrics of `lib/metric` and the baselines `noChange` and `prior` give one sample at a
 * time, in one loop, as a stream may bring a million samples a second.
 *
 * @param board The scores.
 * @param all The samples, each predicted before it was learned.
 * @param time When they were learned.
 * @returns The scores with them.
 */
export function updateScoreboard(board: Scoreboard, all: readonly ScoredSamples[], time: number): Scoreboard {
  if (all.length === 0) return board;
  const { task } = board;
  const [model, noChange, prior] = [board.model, board.noChange, board.prior].map(openTally);
  const ones = [[0.5], [0.5]]; // for this target and the last one, if they are numbers
  let last: ArrayLike<number> = board.last;
  const sums = [...board.mean.sums];
  const means: number[] = [];
  // In arrays, as V8 makes an object of each number that a variable of a closure or of a long loop is given.
  const totals = Float64Array.of(board.mean.weight, board.cost.weight, board.cost.sum);
  const errors = new Float64Array(2);
  const score = task === "classification" ? scoreClass : scoreNumbers;
  const watch = openDriftWatch(board.drift);
  const points = new Float64Array(4 * all.reduce((sum, { costs }) => sum + costs.length, 0));
  let point = 0;
  for (const { outputs, costs, targets, weights } of all) {
    const units = outputs.length / costs.length;
    const output: number[] = Array.from({ length: units }, () => 0.5);
    for (let i = 0; i < costs.length; i++) {
      const given = targets[i];
      const target = typeof given === "number" ? oneNumber(ones[(point >> 2) & 1], given) : given;
      const weight = weights[i];
      for (let j = 0; j < units; j++) output[j] = outputs[i * units + j];
      for (let j = 0; j < sums.length && totals[0] > 0; j++) means[j] = sums[j] / totals[0];
      points[point] = costs[i];
      score(output, target, errors);
      points[point + 1] = errors[0];
      addErrors(model, errors, weight);
      score(last, target, errors);
      points[point + 2] = errors[0];
      addErrors(noChange, errors, weight);
      score(means, target, errors);
      points[point + 3] = errors[0];
      addErrors(prior, errors, weight);
      const own = points[point + 1];
      watch.add(task === "classification" ? 1 - own : relativeError(own, prior[1] / prior[0]));
      point += 4;
      last = target;
      totals[0] += weight;
      for (let j = 0; j < target.length; j++) sums[j] = (sums[j] ?? 0) + weight * target[j];
      totals[1] = totals[1] * FADING + 1;
      totals[2] = totals[2] * FADING + costs[i];
    }
  }
  const [total, weight, sum] = totals;
  return {
    task,
    model: statesOf(model, task),
    noChange: statesOf(noChange, task),
    prior: statesOf(prior, task),
    last: Array.from(last),
    mean: { weight: total, sums },
    cost: { weight, sum },
    drift: watch.state(),
    curve: updateCurve(board.curve, points, time),
  };
}

/**
 * The scores by name.
 *
 * @param board The scores.
 * @returns Those of the model and of the baselines.
 */
export function readScores({ task, model, noChange, prior }: Scoreboard): AllScores {
  const read = (states: readonly AverageState[]): NamedScores =>
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

/** The states of the metrics of one predictor while samples are scored: weight and sum of each, one behind the other. */
type Tally = Float64Array;

function openTally(states: readonly AverageState[]): Tally {
  return Float64Array.from(states.flatMap(({ weight, sum }) => [weight, sum]));
}

function statesOf(tally: Tally, task: Task): AverageState[] {
  return METRICS[task].map((_, i) => ({ weight: tally[2 * i], sum: tally[2 * i + 1] }));
}

function addErrors(tally: Tally, errors: Float64Array, weight: number): void {
  tally[0] += weight;
  tally[1] += weight * errors[0];
  tally[2] = tally[2] * FADING + weight;
  tally[3] = tally[3] * FADING + weight * errors[0];
  if (tally.length === 4) return;
  tally[4] += weight;
  tally[5] += weight * errors[1];
}

/** 1 if the class was predicted and 0 otherwise. What is missing at the end of a vector counts as 0. */
function scoreClass(prediction: ArrayLike<number>, target: ArrayLike<number>, errors: Float64Array): void {
  const most = Math.max(prediction.length, target.length);
  errors[0] = classIn(prediction, most) === classIn(target, most) ? 1 : 0;
}

function classIn(vector: ArrayLike<number>, most: number): number {
  if (most === 1) return vector.length > 0 && vector[0] > 0.5 ? 1 : 0;
  let [best, largest] = [0, vector.length > 0 ? vector[0] : 0];
  for (let j = 1; j < most; j++) {
    const value = j < vector.length ? vector[j] : 0;
    if (value > largest) [best, largest] = [j, value];
  }
  return best;
}

/** The mean absolute and the mean squared error. What is missing at the end of a vector counts as 0. */
function scoreNumbers(prediction: ArrayLike<number>, target: ArrayLike<number>, errors: Float64Array): void {
  const most = Math.max(prediction.length, target.length);
  let sum = 0;
  let squares = 0;
  for (let j = 0; j < most; j++) {
    const error = (j < target.length ? target[j] : 0) - (j < prediction.length ? prediction[j] : 0);
    sum += Math.abs(error);
    squares += error * error;
  }
  errors[0] = sum / most;
  errors[1] = squares / most;
}

function oneNumber(array: number[], value: number): readonly number[] {
  array[0] = value;
  return array;
}

/** An error from 0 to 1, whatever its scale: 1/2 where it is as large as errors usually are. */
function relativeError(error: number, usual: number): number {
  if (error === 0) return 0;
  return error / (error + (usual > 0 ? usual : error));
}
