import type { Task } from "../../learner/mod.ts";
import {
  accuracy,
  type AnyMetric,
  type AverageState,
  fading,
  hammingLoss,
  mae,
  metricName,
  rmse,
} from "../../metric/mod.ts";
import { type Curve, initCurve, updateCurve } from "./curve.ts";
import { initDriftWatch } from "./drift_watch.ts";
import type { AllScores, NamedScores } from "./model_stats.ts";
import { closeScoring, FADING, openScoring, type ScoredSamples, type Scores, scoreSample } from "./scoring.ts";

/** The scores of a model and of the baselines, and their history, as plain data. */
export interface Scoreboard extends Scores {
  /** The learning curve. */
  readonly curve: Curve;
}

/** So many points are added to the curve at once. */
const AT_ONCE = 1024;
/** Where they are put, as to make room for them each time takes longer than to fill it. */
const POINTS = new Float64Array(4 * AT_ONCE);

const METRICS: Readonly<Record<Task, readonly AnyMetric[]>> = {
  classification: [accuracy(), fading(accuracy(), { factor: FADING })],
  regression: [mae(), fading(mae(), { factor: FADING }), rmse()],
  multilabel: [hammingLoss(), fading(hammingLoss(), { factor: FADING })],
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
 * Scores samples in their order.
 *
 * @param board The scores.
 * @param all The samples, each predicted before it was learned.
 * @param time When they were learned.
 * @returns The scores with them.
 */
export function updateScoreboard(board: Scoreboard, all: readonly ScoredSamples[], time: number): Scoreboard {
  if (all.length === 0) return board;
  const scoring = openScoring(board, POINTS);
  let { curve } = board;
  for (const part of all) {
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
