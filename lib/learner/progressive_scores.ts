import type { Sample } from "../feature/mod.ts";
import {
  type AnyMetric,
  type Baseline,
  type Metric,
  metricName,
  noChange,
  type Prediction,
  prior,
} from "../metric/mod.ts";
import type { Learner, LearnerState } from "./learner.ts";
import { targetVector } from "./target_vector.ts";

/** What a stream is scored by. */
export interface ScoreOptions<Value = number> {
  /** The metrics. */
  // deno-lint-ignore no-explicit-any
  readonly metrics: readonly Metric<any, Prediction, Value>[];
  /** Whether the baselines are scored too. */
  readonly baselines: boolean;
}

/** The values of the metrics by their names: `accuracy`, or `rollingAccuracy` for `rolling(accuracy(), ...)`. */
export type Scores<Value = number> = Readonly<Record<string, Value>>;

/** The scores of the baselines. */
export interface BaselineScores<Value = number> {
  /** Those of the last target, taken for the prediction. */
  readonly noChange: Scores<Value>;
  /** Those of the mean of all targets so far, which for classes are their frequencies. */
  readonly prior: Scores<Value>;
}

/** All scores of a stream. */
export interface AllScores<Value = number> {
  /** The scores of the learner. */
  readonly scores: Scores<Value>;
  /** The scores of predictors that never see the features; missing if they were not wanted. */
  readonly baselines?: BaselineScores<Value>;
}

/** What the baselines predict, in a fixed order. */
export type Guesses = readonly (readonly number[])[];

/** A prediction whose target has come in. */
export interface Answer {
  /** The sample. */
  readonly sample: Sample;
  /** What the learner predicted. */
  readonly output: ArrayLike<number>;
  /** What the baselines predicted at that time. */
  readonly guesses: Guesses;
  /** Gives the state after the sample was learned. */
  readonly state: () => LearnerState;
}

/** Scores that are kept while a stream goes by. */
export interface ProgressiveScores<Value> {
  /** What the baselines predict now. */
  guess(): Guesses;
  /** Takes a prediction in. */
  add(answer: Answer): void;
  /** The scores so far. */
  read(): AllScores<Value>;
}

/**
 * Keeps the scores of a learner and of the baselines beside it.
 *
 * @typeParam Value What the metrics give.
 * @param learner The learner.
 * @param options The metrics, and whether baselines are wanted.
 * @returns The scores, before the first prediction.
 * @throws {TypeError} If a metric takes no predictions.
 * @throws {RangeError} If two metrics have the same name.
 */
export function createProgressiveScores<Value>(
  learner: Learner,
  { metrics, baselines }: ScoreOptions<Value>,
): ProgressiveScores<Value> {
  requireMetrics(metrics);
  const own = createTally(metrics);
  const others = baselines ? [noChange(), prior()].map((baseline) => follow(baseline, metrics)) : [];
  return {
    guess: () => others.map(({ guess }) => guess()),
    add({ sample, output, guesses, state }) {
      const target = targetVector(learner, { target: sample.target, output, state });
      const { weight = 1 } = sample;
      own.add({ output, target, weight });
      others.forEach((other, i) => other.add({ output: guesses[i], target, weight }));
    },
    read() {
      const scores = own.read();
      if (!baselines) return { scores };
      const [noChange, prior] = others.map(({ read }) => read());
      return { scores, baselines: { noChange, prior } };
    },
  };
}

// deno-lint-ignore no-explicit-any
type AnyBaseline = Baseline<any>;

/** The metrics of one predictor. */
function createTally<Value>(metrics: ScoreOptions<Value>["metrics"]) {
  const states = metrics.map((metric) => metric.init());
  return {
    add(prediction: Prediction): void {
      metrics.forEach((metric, i) => states[i] = metric.update(states[i], prediction));
    },
    read: (): Scores<Value> =>
      Object.fromEntries(metrics.map((metric, i) => [metricName(metric.spec), metric.value(states[i])])),
  };
}

/** The metrics of a baseline, which learns each target after it was scored. */
function follow<Value>(baseline: AnyBaseline, metrics: ScoreOptions<Value>["metrics"]) {
  const { add, read } = createTally(metrics);
  let state = baseline.init();
  return {
    read,
    guess: () => baseline.predict(state),
    add(prediction: Prediction): void {
      add(prediction);
      state = baseline.update(state, prediction.target, prediction.weight);
    },
  };
}

function requireMetrics(metrics: readonly AnyMetric[]): void {
  const names = metrics.map(({ spec }) => metricName(spec));
  const number = metrics.findIndex(({ observation }) => observation === "number");
  if (number >= 0) {
    throw new TypeError(
      `Cannot validate progressively as metrics must take predictions: current value is ${names[number]}`,
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return;
  throw new RangeError(`Cannot validate progressively as metrics must differ in name: current value is ${twice} twice`);
}
