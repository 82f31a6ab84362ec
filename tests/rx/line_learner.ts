/** What the tests of streams learn: a line, from samples whose first steps can be followed by hand. */
import { createLearner, type Learner, type Sample, sgd } from "@backstream/backstream";

/** One linear neuron that starts at zero: the first step from x = 1, y = 2 costs 2 and leads to w = b = 0.25. */
export const lineLearner: Learner = createLearner({
  network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
  optimizer: sgd({ learningRate: 0.125 }),
});

/** Samples of y = 2 x. */
export function lineSamples(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => ({ features: [i % 5 / 4], target: 2 * (i % 5 / 4) }));
}
