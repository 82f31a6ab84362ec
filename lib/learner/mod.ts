/**
 * L4: the learner composes features, network, cost and optimizer into one reducer.
 *
 * @module
 */
export { createLearner } from "./create_learner.ts";
export { createTableLearner } from "./create_table_learner.ts";
export type { TableLearnerOptions, TableTask } from "./table_options.ts";
export type { TableCounts, TableState } from "./table_state.ts";
export { type ChampionOptions, type ChampionState, createChampion, type Promotion } from "./create_champion.ts";
export {
  type BackgroundLearnerOptions,
  type BackgroundState,
  createBackgroundLearner,
} from "./create_background_learner.ts";
export { type AnomalyLearnerOptions, type AnomalyState, createAnomalyLearner } from "./create_anomaly_learner.ts";
export { type LearnerCost, measureLearner } from "./measure_learner.ts";
export { forecast } from "./forecast.ts";
export { makeLearner } from "./make_learner.ts";
export { type Cursor, cursorOf, type CursorStep } from "./cursor.ts";
export { defineGetter } from "./define_getter.ts";
export type {
  Learned,
  LearnedMany,
  Learner,
  LearnerDescription,
  LearnerOptions,
  LearnerState,
  Task,
} from "./learner.ts";
export {
  type AllScores,
  type BaselineScores,
  createProgressiveScores,
  type Guesses,
  type ProgressiveScores,
  type Scores,
} from "./progressive_scores.ts";
export { createProgressiveSteps, type DelayOptions, type ProgressiveStep } from "./progressive_steps.ts";
export { iterProgressiveValScore, type IterProgressiveValScoreOptions } from "./iter_progressive_val_score.ts";
export type { ProgressiveValScore, ProgressiveValScoreOptions } from "./progressive_run.ts";
export { progressiveValScore } from "./progressive_val_score.ts";
export { targetVector } from "./target_vector.ts";
