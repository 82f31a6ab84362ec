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
  const [model, noChange, prior] = [board.model, board.noChange, board.prior].map((states) =>
    createTally(task, states)
  );
  const ones = [[0.5], [0.5]]; // for this target and the last one, if they are numbers
  let last: ArrayLike<number> = board.last;
  let total = board.mean.weight;
  const sums = [...board.mean.sums];
  let { weight: fadingWeight, sum: fadingSum } = board.cost;
  const watch = openDriftWatch(board.drift);
  const points = new Float64Array(4 * all.reduce((sum, { costs }) => sum + costs.length, 0));
  let point = 0;
  const means: number[] = [];
  for (const { outputs, costs, targets, weights } of all) {
    const units = outputs.length / costs.length;
    for (let i = 0; i < costs.length; i++) {
      const [given, weight, cost] = [targets[i], weights[i], costs[i]];
      const target = typeof given === "number" ? oneNumber(ones[point / 4 % 2], given) : given;
      for (let j = 0; j < sums.length && total > 0; j++) means[j] = sums[j] / total;
      const own = model.add(outputs, i * units, units, target, weight);
      points[point++] = cost;
      points[point++] = own;
      points[point++] = noChange.add(last, 0, last.length, target, weight);
      points[point++] = prior.add(means, 0, means.length, target, weight);
      watch.add(task === "classification" ? 1 - own : relativeError(own, prior.mean()));
      last = target;
      total += weight;
      for (let j = 0; j < target.length; j++) sums[j] = (sums[j] ?? 0) + weight * target[j];
      fadingWeight = fadingWeight * FADING + 1;
      fadingSum = fadingSum * FADING + cost;
    }
  }
  return {
    task,
    model: model.states(),
    noChange: noChange.states(),
    prior: prior.states(),
    last: Array.from(last),
    mean: { weight: total, sums },
    cost: { weight: fadingWeight, sum: fadingSum },
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

/** The states of the metrics of one predictor, while samples are scored. */
interface Tally {
  /** Scores a prediction, so many numbers of a vector from a place on, and gives its own score. */
  add(vector: ArrayLike<number>, from: number, units: number, target: ArrayLike<number>, weight: number): number;
  /** The mean of all scores; NaN without any weight. */
  mean(): number;
  /** The states by then. */
  states(): AverageState[];
}

function createTally(task: Task, [all, recent, squared]: readonly AverageState[]): Tally {
  const score = task === "classification" ? hit : absoluteError;
  // In an array, as V8 makes an object of each number that a variable of a closure is given.
  const sums = Float64Array.of(all.weight, all.sum, recent.weight, recent.sum, squared?.sum ?? 0);
  return {
    add(vector, from, units, target, weight) {
      const own = score(vector, from, units, target);
      sums[0] += weight;
      sums[1] += weight * own;
      sums[2] = sums[2] * FADING + weight;
      sums[3] = sums[3] * FADING + weight * own;
      if (squared !== undefined) sums[4] += weight * squaredError(vector, from, units, target);
      return own;
    },
    mean: () => sums[1] / sums[0],
    states() {
      const [weight, sum, fadingWeight, fadingSum, squares] = sums;
      const states = [{ weight, sum }, { weight: fadingWeight, sum: fadingSum }];
      return squared === undefined ? states : [...states, { weight, sum: squares }];
    },
  };
}

/** 1 if the class was predicted and 0 otherwise. What is missing at the end of a vector counts as 0. */
function hit(vector: ArrayLike<number>, from: number, units: number, target: ArrayLike<number>): number {
  const most = Math.max(units, target.length);
  return classIn(vector, from, units, most) === classIn(target, 0, target.length, most) ? 1 : 0;
}

function classIn(vector: ArrayLike<number>, from: number, units: number, most: number): number {
  if (most === 1) return units > 0 && vector[from] > 0.5 ? 1 : 0;
  let [best, largest] = [0, units > 0 ? vector[from] : 0];
  for (let j = 1; j < most; j++) {
    const value = j < units ? vector[from + j] : 0;
    if (value > largest) [best, largest] = [j, value];
  }
  return best;
}

function absoluteError(vector: ArrayLike<number>, from: number, units: number, target: ArrayLike<number>): number {
  const most = Math.max(units, target.length);
  let sum = 0;
  for (let j = 0; j < most; j++) sum += Math.abs((target[j] ?? 0) - (j < units ? vector[from + j] : 0));
  return sum / most;
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

function squaredError(vector: ArrayLike<number>, from: number, units: number, target: ArrayLike<number>): number {
  const most = Math.max(units, target.length);
  let sum = 0;
  for (let j = 0; j < most; j++) sum += ((target[j] ?? 0) - (j < units ? vector[from + j] : 0)) ** 2;
  return sum / most;
}
