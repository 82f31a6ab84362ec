/**
 * The probabilities of labels. Two labels may share one output, which is the probability of the second.
 *
 * @param output The output of a model, which is probabilities.
 * @param labels The labels.
 * @returns A probability for each label, in their order; there may be more, or less, than labels.
 */
export function labelProbabilities(output: ArrayLike<number>, labels: readonly string[]): ArrayLike<number> {
  return output.length === 1 && labels.length === 2 ? [1 - output[0], output[0]] : output;
}
