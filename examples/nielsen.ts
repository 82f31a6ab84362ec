/**
 * The experiment of the source text (Nielsen, "Neural networks and deep learning", chapter 1): [784, 30, 10], sigmoid,
 * quadratic cost, mini-batches of 10, learning rate 3.0, 30 epochs over 50,000 digits.
 *
 * Run: deno task nielsen [--epochs 30] [--digits 50000]
 */
import { parseArgs } from "node:util";
import { classOf, createLearner, sgd } from "@backstream/backstream";
import { learn, miniBatch, shuffle } from "@backstream/backstream/rx";
import { from, lastValueFrom } from "rxjs";
import { digits } from "./mnist.ts";

const { values } = parseArgs({
  options: { epochs: { type: "string", default: "30" }, digits: { type: "string", default: "50000" } },
});
const training = [...digits("training", Number(values.digits))];
const test = [...digits("testing", 10_000)];

const learner = createLearner({
  network: { inputs: 784, layers: [{ units: 30 }, { units: 10 }], cost: "quadratic", seed: 1 },
  optimizer: sgd({ learningRate: 3 }),
});

let state = learner.init();
let best = 0;
for (let epoch = 1; epoch <= Number(values.epochs); epoch++) {
  const shuffled = from(training).pipe(shuffle({ size: training.length, seed: epoch }));
  ({ state } = await lastValueFrom(shuffled.pipe(miniBatch(10), learn(learner, { state }))));
  const right = test.filter(({ features, target }) => classOf(learner.predictOne(state, features)) === target).length;
  best = Math.max(best, right);
  console.log(`epoch ${epoch}: ${right} of ${test.length} test digits right`);
}
console.log(`best epoch: ${(100 * best / test.length).toFixed(2)} % of the test digits right`);
