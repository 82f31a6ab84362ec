import type { Sample } from "../feature/mod.ts";
import {
  accuracy,
  type AnyMetric,
  cohenKappa,
  kappaT,
  logLoss,
  macroF1,
  mae,
  type Metric,
  type Prediction,
  r2,
  rmse,
} from "../metric/mod.ts";
import type { Learner, LearnerState, Task } from "./learner.ts";
import { type AllScores, createProgressiveScores, type Guesses } from "./progressive_scores.ts";
import {
  createProgressiveSteps,
  type DelayOptions,
  type ProgressiveStep,
  type ProgressiveSteps,
} from "./progressive_steps.ts";

/** How a stream is learned and scored. */
export interface ProgressiveValScoreOptions<S extends Sample = Sample, Value = number> extends DelayOptions<S> {
  /**
   * What the predictions are scored by. By default `accuracy`, `macroF1`, `cohenKappa`, `kappaT` and `logLoss` for
   * classification, and `mae`, `rmse` and `r2` for regression.
   */
  // deno-lint-ignore no-explicit-any
  readonly metrics?: readonly Metric<any, Prediction, Value>[];
  /**
   * Where to start.
   *
   * @default {learner.init()}
   */
  readonly state?: LearnerState;
  /**
   * Whether predictors that never see the features are scored by the same metrics.
   *
   * @default {true}
   */
  readonly baselines?: boolean;
}

/** How well a stream has been predicted so far, each sample before it was learned. */
export interface ProgressiveValScore<Value = number> extends AllScores<Value> {
  /** How many samples of the stream were learned. */
  readonly samples: number;
  /** The state after the last of them. */
  readonly state: LearnerState;
}

/** One way through a stream. */
export interface ProgressiveRun<Value> extends ProgressiveSteps<Guesses> {
  /** Takes a step in and tells how many there were. */
  add(step: ProgressiveStep<Guesses>): number;
  /** The scores so far. */
  read(): ProgressiveValScore<Value>;
}

/**
 * Goes through a stream once and keeps its scores.
 *
 * @param learner The learner.
 * @param options The metrics, where to start, and how late the targets are.
 * @returns What takes the samples and the steps that they give, and reads the scores so far.
 */
export function createProgressiveRun<S extends Sample, Value>(
  learner: Learner,
  options: ProgressiveValScoreOptions<S, Value>,
): ProgressiveRun<Value> {
  const { metrics = defaultMetrics(learner.description.task), state = learner.init(), baselines = true } = options;
  const scores = createProgressiveScores<Value>(learner, { metrics, baselines });
  const { delay, moment } = options as DelayOptions;
  const steps = createProgressiveSteps(learner, {
    state,
    note: scores.guess,
    costs: false,
    ...delay === undefined ? {} : { delay },
    ...moment === undefined ? {} : { moment },
  });
  let samples = 0;
  let last = () => state;
  return {
    take: steps.take,
    rest: steps.rest,
    add(step) {
      scores.add({ ...step, guesses: step.note });
      last = step.state;
      return ++samples;
    },
    read: () => ({ ...scores.read(), samples, state: last() }),
  };
}

/** The metrics for a task; what they give is a number. */
function defaultMetrics(task: Task): AnyMetric[] {
  return task === "classification" ? [accuracy(), macroF1(), cohenKappa(), kappaT(), logLoss()] : [mae(), rmse(), r2()];
}
