import { immutable, type Vector } from "../kernel/mod.ts";
import type { TableTask } from "./table_options.ts";

/** Standardized targets go no further from 0, and so no answer needs to. */
const MOST = 20;

/**
 * The answer of networks without what cannot be one, as networks of very large parameters give it: numbers are held between
 * -20 and 20 deviations, and for NaN stands what says nothing: the mean of numbers, even odds of classes and labels.
 *
 * @param task What the outputs mean.
 * @param answer The answer.
 * @returns The answer itself, if nothing is wrong with it.
 */
export function soundAnswer(task: TableTask, answer: Vector): Vector {
  if (answer.every((a) => a >= -MOST && a <= MOST)) return answer;
  const nothing = task === "regression" ? 0 : task === "classification" ? 1 / answer.length : 0.5;
  return immutable(Float32Array.from(answer, (a) => a === a ? Math.max(-MOST, Math.min(MOST, a)) : nothing));
}
