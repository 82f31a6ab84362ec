import type { Head } from "../../../lib/http/hosted/hosted_model.ts";
import { lineLearner } from "../apps.ts";

/** What a model knows that has learned 40 samples, all numbers different. */
export function sampleHead(): Head {
  const learner = lineLearner();
  return {
    learner,
    state: learner.init(),
    version: 7,
    stats: {
      created: 1000,
      time: 2500,
      learned: 40,
      labelled: 5,
      duplicates: 3,
      refused: 2,
      remembered: 11,
      pending: 6,
      rollbacks: 1,
      drifts: 4,
      cost: 0.25,
      scores: { model: { mae: 0.5, rmse: 0.75 }, noChange: { mae: 1.5, rmse: 1.75 }, prior: { mae: 2.5, rmse: NaN } },
      curve: [],
      marks: [],
    },
  };
}
