/**
 * The exclusive or: the smallest problem that needs a hidden layer, learned one sample at a time.
 *
 * Run: deno run examples/xor.ts
 */
import { createLearner, sgd } from "@backstream/backstream";

const samples = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => ({ features: [a, b], target: a ^ b }));

const learner = createLearner({
  network: { inputs: 2, layers: [{ units: 4, activation: "tanh" }, { units: 1 }], cost: "crossEntropy", seed: 1 },
  optimizer: sgd({ learningRate: 0.5 }),
});

let state = learner.init();
for (let round = 0; round <= 2000; round++) {
  const learned = learner.learnMany(state, samples);
  if (round % 500 === 0) {
    const cost = learned.costs.reduce((sum, cost) => sum + cost, 0) / samples.length;
    console.log(`after ${4 * round} samples: mean cost ${cost.toFixed(4)}`);
  }
  state = learned.state;
}
for (const { features, target } of samples) {
  const [output] = learner.predictOne(state, features);
  console.log(`${features.join(" xor ")} = ${output.toFixed(3)} (should be ${target})`);
}
