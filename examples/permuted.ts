/**
 * A world that changes: handwritten digits come one by one, and half-way all labels are permuted, so that a 0 is called 3
 * from then on. How long does it take until four of five are read right again?
 *
 * Run: deno run --allow-read --allow-env examples/permuted.ts [digits]
 */
import { createLearner, createTableLearner, type Learner, sgd, type TableState } from "@backstream/backstream";
import { learn } from "@backstream/backstream/rx";
import { from } from "rxjs";
import { digits } from "./mnist.ts";

const count = Number(Deno.args[0] ?? 8000);
const half = count / 2;
const samples = [...digits("training", count)].map(({ features, target }, i) => ({
  features,
  target: i < half ? target as number : (3 * (target as number) + 3) % 10,
}));

/** Learners and how many of the newest 200 digits each has read right. */
const learners: Readonly<Record<string, Learner>> = {
  "plain gradient descent": createLearner({
    network: {
      inputs: 784,
      layers: [{ units: 32, activation: "relu" }, { units: 10, activation: "softmax" }],
      cost: "crossEntropy",
      seed: 1,
    },
    optimizer: sgd({ learningRate: 0.05 }),
  }),
  "the table learner": createTableLearner({ task: "classification", members: 1, replays: 3 }),
};

for (const [name, learner] of Object.entries(learners)) {
  const hits: number[] = [];
  const rolling = () => hits.slice(-200).reduce((sum, hit) => sum + hit, 0) / 200;
  let [before, regained] = [0, count];
  let drifts = 0;
  from(samples).pipe(learn(learner)).subscribe(({ sample, output, state }) => {
    hits.push(output.indexOf(Math.max(...output)) === sample.target ? 1 : 0);
    if (hits.length === half) before = rolling();
    if (hits.length >= half + 200 && regained === count && rolling() >= 0.8) regained = hits.length;
    if (hits.length === count && "counts" in state) drifts = (state as TableState).counts.drifts;
  });
  const after = regained < count ? `80 % again after ${regained - half} digits` : "never 80 % again";
  console.log(`${name}: ${(100 * before).toFixed(1)} % right before the change, ${after}; ${drifts} drifts found`);
}
