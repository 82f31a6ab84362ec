import type { Task } from "../../learner/mod.ts";
import { accuracy, type AnyMetric, type AverageState, fading, mae, metricName, rmse } from "../../metric/mod.ts";
import { type Curve, initCurve, updateCurve } from "./curve.ts";
import { type DriftWatch, initDriftWatch, type OpenDriftWatch, openDriftWatch } from "./drift_watch.ts";
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

/** So many points are added to the curve at once. */
const AT_ONCE = 1024;
/** Their place, as to make room for them each time takes longer than to fill it. */
const POINTS = new Float64Array(4 * AT_ONCE);

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
  const scoring = openScoring(board);
  let { curve } = board;
  for (const part of all) {
    scoring.output = new Array(part.outputs.length / part.costs.length).fill(0);
    for (let from = 0; from < part.costs.length; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, part.costs.length);
      for (let i = from; i < to; i++) scoreSample(scoring, part, i, 4 * (i - from));
      curve = updateCurve(curve, POINTS.subarray(0, 4 * (to - from)), time);
    }
  }
  return { ...closeScoring(scoring), curve };
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

/** The scores while samples are scored. The numbers are in arrays, as V8 makes an object of each that a variable is given. */
interface Scoring {
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
  output: number[];
  /** The last target. */
  last: ArrayLike<number>;
  /** Of what was scored last. */
  readonly errors: Float64Array;
  readonly watch: OpenDriftWatch;
}

function openScoring({ task, model, noChange, prior, last, mean, cost, drift }: Scoreboard): Scoring {
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
    watch: openDriftWatch(drift),
  };
}

function tallyOf(states: readonly AverageState[]): Tally {
  return Float64Array.from(states.flatMap(({ weight, sum }) => [weight, sum]));
}

function closeScoring({ task, model, noChange, prior, totals, sums, last, watch }: Scoring): Omit<Scoreboard, "curve"> {
  const statesOf = (tally: Tally): AverageState[] =>
    METRICS[task].map((_, i) => ({ weight: tally[2 * i], sum: tally[2 * i + 1] }));
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
 * Scores one sample, and writes its point of the curve. A function for each sample, as V8 makes a long loop fast only for a
 * while.
 */
function scoreSample(scoring: Scoring, part: ScoredSamples, i: number, point: number): void {
  const { task, model, noChange, prior, totals, sums, means, output, errors } = scoring;
  const { last } = scoring;
  const given = part.targets[i];
  const target = typeof given === "number" ? [given] : given;
  const weight = part.weights[i];
  for (let j = 0; j < output.length; j++) output[j] = part.outputs[i * output.length + j];
  for (let j = 0; j < sums.length && totals[0] > 0; j++) means[j] = sums[j] / totals[0];

  scorePrediction(task, means, target, errors);
  addErrors(prior, errors, weight);
  POINTS[point + 3] = errors[0];
  scorePrediction(task, last, target, errors);
  addErrors(noChange, errors, weight);
  POINTS[point + 2] = errors[0];
  scorePrediction(task, output, target, errors);
  addErrors(model, errors, weight);
  POINTS[point + 1] = errors[0];
  POINTS[point] = part.costs[i];
  scoring.watch.add(task === "classification" ? 1 - errors[0] : relativeError(errors[0], prior[1] / prior[0]));

  scoring.last = target;
  totals[0] += weight;
  for (let j = 0; j < target.length; j++) sums[j] = (j < sums.length ? sums[j] : 0) + weight * target[j];
  totals[1] = totals[1] * FADING + 1;
  totals[2] = totals[2] * FADING + part.costs[i];
}

function scorePrediction(task: Task, vector: ArrayLike<number>, target: ArrayLike<number>, errors: Float64Array): void {
  if (task === "classification") scoreClass(vector, target, errors);
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
