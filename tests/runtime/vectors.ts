/** Learns, tries to write into the vectors that come of it, and writes as JSON what happened. */
import { createLearner, decodeLearner, encodeLearner, momentum } from "@backstream/backstream";

const learner = createLearner({
  network: { inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 1 }], cost: "crossEntropy", seed: 1 },
  optimizer: momentum({ learningRate: 0.5 }),
});
const samples = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => ({ features: [a, b], target: a ^ b }));

const first = learner.learnMany(learner.init(), samples);
const { state } = learner.learnOne(structuredClone(first.state), samples[1]);
const resumed = learner.learnOne(decodeLearner(encodeLearner(learner, first.state)).state, samples[1]);

const vectors = [
  state.network.parameters,
  ...state.network.layers.flatMap(({ weights, biases }) => [weights, biases]),
  first.outputs,
  first.costs,
  learner.predictOne(state, samples[0].features),
] as Float32Array[];
const before = vectors.map((vector) => [...vector]);
for (const vector of vectors) {
  try {
    vector[0] = 42;
  } catch {
    // V8 ignores the write so far, the proposal has it throw
  }
}

console.log(JSON.stringify({
  immutable: vectors.map(({ buffer }) => (buffer as { immutable?: boolean }).immutable === true),
  unchanged: vectors.map((vector, i) => [...vector].join() === before[i].join()),
  learned: before[0],
  resumed: [...resumed.state.network.parameters],
}));
