import type { Learner, LearnerState } from "../learner/mod.ts";

/** What the outputs of a model mean, as far as answers tell it. */
export interface OutputForm {
  /** What the outputs mean. */
  readonly task: string;
  /** The labels in the order of the classes. */
  readonly labels: readonly string[];
  /** Whether the outputs are probabilities. */
  readonly probabilities: boolean;
}

/**
 * What the outputs of a model mean.
 *
 * @param learner How it learns.
 * @param state What it knows, by which its labels may grow in number.
 * @returns Task, labels and whether the outputs are probabilities: those of sigmoid and softmax, and of learners that are
 * made of more than a network.
 */
export function outputForm(learner: Learner, state: LearnerState): OutputForm {
  const { description } = learner;
  const activation = state.network?.layers.at(-1)?.activation;
  return {
    task: description.task,
    labels: learner.labelsOf?.(state) ?? description.labels,
    probabilities: "maker" in description || activation === "sigmoid" || activation === "softmax",
  };
}
