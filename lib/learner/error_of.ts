import { classOf } from "../metric/mod.ts";
import type { Task } from "./learner.ts";

/** What was predicted, and what came true. */
export interface Outcome {
  /** The prediction. */
  readonly output: ArrayLike<number>;
  /** What came true; it may be longer. */
  readonly target: ArrayLike<number>;
}

/** What is known of the sizes of errors so far, as plain data. */
export interface ErrorScale {
  /** How many errors were counted. */
  readonly count: number;
  /** The mean of the absolute errors. */
  readonly mean: number;
}

/** Before the first error. */
export const noErrors: ErrorScale = { count: 0, mean: 0 };

/** An error so many times as large as the mean one is as bad as any. */
const WORST = 4;

/**
 * How wrong a prediction was, from 0 to 1, as drift detectors want it: 1 for a wrong class; the mean distance of labels; for
 * numbers their mean distance, where 1 is four times what it was on average.
 *
 * @param task What the outputs mean.
 * @param outcome The prediction and what came true.
 * @param scale The errors before it.
 * @returns The error, and the scale with it.
 */
export function errorOf(
  task: Task,
  { output, target }: Outcome,
  scale: ErrorScale,
): [error: number, scale: ErrorScale] {
  if (task === "classification") return [classOf(output) === classOf(target) ? 0 : 1, scale];
  let distance = 0;
  for (let j = 0; j < target.length; j++) distance += Math.abs((output[j] ?? 0) - target[j]) / target.length;
  if (task === "multilabel") return [Math.min(1, distance), scale];
  const finite = Number.isFinite(distance);
  const error = scale.mean > 0 && finite ? Math.min(1, distance / (WORST * scale.mean)) : finite ? 0 : 1;
  const count = scale.count + 1;
  return [error, finite ? { count, mean: scale.mean + (distance - scale.mean) / count } : scale];
}
