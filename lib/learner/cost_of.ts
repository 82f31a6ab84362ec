import { log } from "../kernel/mod.ts";
import type { Task } from "./learner.ts";

/** Probabilities are taken to be at least so large. */
const LEAST = 1e-7;

/**
 * The cost of an answer in the units of its target: the cross-entropy -sum_j y_j ln a_j of classes and
 * -sum_j (y_j ln a_j + (1 - y_j) ln(1 - a_j)) of labels, and for numbers 1/2 sum_j (a_j - y_j)^2.
 *
 * @param task What the outputs mean.
 * @param output a. An output that is not there yet counts as 0.
 * @param target y.
 * @returns The cost.
 */
export function costOf(task: Task, output: ArrayLike<number>, target: ArrayLike<number>): number {
  let cost = 0;
  for (let j = 0; j < target.length; j++) {
    const [a, y] = [output[j] ?? 0, target[j]];
    if (task === "regression" || task === "anomaly") cost += (a - y) * (a - y) / 2;
    else {
      cost -= y * log(Math.max(LEAST, a));
      if (task === "multilabel") cost -= (1 - y) * log(Math.max(LEAST, 1 - a));
    }
  }
  return cost;
}
