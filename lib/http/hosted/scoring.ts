import type { Task } from "../../learner/mod.ts";
import type { AverageState } from "../../metric/mod.ts";
import { type DriftWatch, type OpenDriftWatch, openDriftWatch } from "./drift_watch.ts";

/** The scores of a model and of the baselines, as plain data. */
export interface Scores {
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
}

/** Samples that were predicted and learned one after the other. */
export interface ScoredSamples {
  /** The outputs, one row each. Shape: (samples, units). */
  readonly outputs: ArrayLike<number>;
  /** The costs. Shape: (samples). */
  readonly costs: ArrayLike<number>;
  /** The targets as vectors, or numbers where there is one output. */
  readonly targets: readonly (ArrayLike<number> | number)[];
  /** How much each counts; 1 if missing. */
  readonly weights?: readonly number[] | undefined;
}

/** What recent scores multiply earlier weights by: they look back over about 1,000 samples. */
export const FADING = 0.999;

/** The states of the metrics of one predictor while samples are scored: weight and sum of each, one behind the other. */
type Tally = Float64Array;

/** Scores that samples are added to. The numbers are in arrays, as V8 makes an object of each that a variable is given. */
export interface Scoring {
  readonly task: Task;
  readonly model: Tally;
  readonly noChange: Tally;
  readonly prior: Tally;
  /** The weight of all targets, and the fading sums of weights and of costs. */
  readonly totals: Float64Array;
  /** The weighted sums of all targets, and their means. */
  readonly sums: number[];
  readonly means: number[];
  /** What the model has predicted. */
  readonly output: number[];
  /** The last target. */
  last: ArrayLike<number>;
  /** Of what was scored last: its own score, and the squared error of numbers. */
  readonly errors: Float64Array;
  /** Where points of the curve are put. */
  readonly points: Float64Array;
  readonly watch: OpenDriftWatch;
}

/**
 * Begins to score samples.
 *
 * @param scores The scores before them.
 * @param points Where their points of the curve are put.
 * @returns What {@linkcode scoreSample} adds to.
 */
export function openScoring(scores: Scores, points: Float64Array): Scoring {
  const { task, model, noChange, prior, last, mean, cost, drift } = scores;
  return {
    task,
    model: tallyOf(model),
    noChange: tallyOf(noChange),
    prior: tallyOf(prior),
    totals: Float64Array.of(mean.weight, cost.weight, cost.sum),
    sums: [...mean.sums],
    means: [],
    output: [],
    last,
    errors: new Float64Array(2),
    points,
    watch: openDriftWatch(drift),
  };
}

function statesOf(tally: Tally): AverageState[] {
  return Array.from({ length: tally.length / 2 }, (_, i) => ({ weight: tally[2 * i], sum: tally[2 * i + 1] }));
}

function tallyOf(states: readonly AverageState[]): Tally {
  return Float64Array.from(states.flatMap(({ weight, sum }) => [weight, sum]));
}

/**
 * Ends it.
 *
 * @param scoring What samples were added to.
 * @returns The scores with them.
 */
export function closeScoring({ task, model, noChange, prior, totals, sums, last, watch }: Scoring): Scores {
  const [total, weight, sum] = totals;
  return {
    task,
    model: statesOf(model),
    noChange: statesOf(noChange),
    prior: statesOf(prior),
    last: Array.from(last),
    mean: { weight: total, sums },
    cost: { weight, sum },
    drift: watch.state(),
  };
}

/**
 * Scores a sample by what the metrics of `lib/metric` give for the model and for the baselines `noChange` and `prior`. A function
 * for each, as V8 makes a long loop fast only for a while.
 *
 * @param scoring What it is added to.
 * @param part The samples that it is one of.
 * @param i Its place among them.
 * @param point The place of its four numbers among the points: its cost, and the scores of the model and of the baselines.
 */
export function scoreSample(scoring: Scoring, part: ScoredSamples, i: number, point: number): void {
  const { task, model, noChange, prior, totals, sums, means, output, last, errors, points } = scoring;
  const units = part.outputs.length / part.costs.length;
  const given = part.targets[i];
  const target = typeof given === "number" ? [given] : given;
  const weight = part.weights === undefined ? 1 : part.weights[i];
  if (output.length > units) output.length = units;
  for (let j = 0; j < units; j++) output[j] = part.outputs[i * units + j];
  for (let j = 0; j < sums.length && totals[0] > 0; j++) means[j] = sums[j] / totals[0];

  scorePrediction(task, means, target, errors);
  addErrors(prior, errors, weight);
  points[point + 3] = errors[0];
  scorePrediction(task, last, target, errors);
  addErrors(noChange, errors, weight);
  points[point + 2] = errors[0];
  scorePrediction(task, output, target, errors);
  addErrors(model, errors, weight);
  points[point + 1] = errors[0];
  points[point] = part.costs[i];
  scoring.watch.add(task === "classification" ? 1 - errors[0] : relativeError(errors[0], prior[1] / prior[0]));

  scoring.last = target;
  totals[0] += weight;
  for (let j = 0; j < target.length; j++) sums[j] = (j < sums.length ? sums[j] : 0) + weight * target[j];
  totals[1] = totals[1] * FADING + 1;
  totals[2] = totals[2] * FADING + part.costs[i];
}

function scorePrediction(task: Task, vector: ArrayLike<number>, target: ArrayLike<number>, errors: Float64Array): void {
  if (task === "classification") scoreClass(vector, target, errors);
  else if (task === "multilabel") scoreLabels(vector, target, errors);
  else scoreNumbers(vector, target, errors);
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

/** The share of labels that were predicted and are not there, or the other way round. What is missing counts as not there. */
function scoreLabels(prediction: ArrayLike<number>, target: ArrayLike<number>, errors: Float64Array): void {
  const most = Math.max(prediction.length, target.length);
  let wrong = 0;
  for (let j = 0; j < most; j++) {
    const isPredicted = j < prediction.length && prediction[j] > 0.5;
    const isThere = j < target.length && target[j] > 0.5;
    if (isPredicted !== isThere) wrong++;
  }
  errors[0] = wrong / most;
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

/** An error from 0 to 1, whatever its scale: 1/2 where it is as large as errors usually are. */
function relativeError(error: number, usual: number): number {
  if (error === 0) return 0;
  return error / (error + (usual > 0 ? usual : error));
}
