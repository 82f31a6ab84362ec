import type { Vector } from "../kernel/mod.ts";
import type { Learner } from "../learner/mod.ts";
import { classOf } from "../metric/mod.ts";

/** A prediction as an answer tells it. */
export interface Prediction {
  /** a^L, one number an output. */
  readonly output: readonly number[];
  /** The class it stands for, where the learner classifies. */
  readonly class?: number;
  /** The label of that class, where the learner has labels. */
  readonly label?: string;
}

/**
 * Tells a prediction in plain data.
 *
 * @param learner The learner that made it.
 * @param output Its output. Shape: (units).
 * @returns The prediction.
 */
export function describePrediction({ description }: Learner, output: Vector): Prediction {
  if (description.task !== "classification") return { output: [...output] };
  const index = classOf(output);
  const label = description.labels[index];
  return { output: [...output], class: index, ...label === undefined ? {} : { label } };
}
