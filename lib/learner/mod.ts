/**
 * L4: the learner composes features, network, cost and optimizer into one reducer.
 *
 * @module
 */
export { createLearner } from "./create_learner.ts";
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
