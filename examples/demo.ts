/**
 * The main job: a network learns to read handwritten digits from a stream. Each of MNIST's 60,000 training digits is
 * predicted first and learned after, one at a time and once; then the network reads the 10,000 test digits. Leaves the
 * learning curve beside pictures of the first layer's weights, and a snapshot to serve.
 *
 * Run: deno task demo [--digits 60000] [--out out]
 * Or, to watch it learn on a page of its own, a thousand digits a second: deno task demo --serve [--rate 1000]
 */
import { parseArgs } from "node:util";
import { classOf, createLearner, encodeLearner, inverseTime, sgd } from "@backstream/backstream";
import { learningCurve, sideBySide, weightTiles } from "@backstream/backstream/chart";
import { createProgress } from "@backstream/backstream/cli";
import { progressiveValidation, type Score } from "@backstream/backstream/rx";
import { from } from "rxjs";
import { serveLive } from "./live.ts";
import { digits } from "./mnist.ts";

/** How many digits lie between two points of the learning curve, and how many the rolling accuracy looks back on. */
const EVERY = 500;
const WINDOW = 1000;

const { values } = parseArgs({
  options: {
    digits: { type: "string", default: "60000" },
    out: { type: "string", default: "out" },
    serve: { type: "boolean", default: false },
    rate: { type: "string", default: "1000" },
  },
});
const total = Number(values.digits);

const learner = createLearner({
  network: {
    inputs: 784,
    layers: [{ units: 100, activation: "relu" }, { units: 10, activation: "softmax" }],
    cost: "crossEntropy",
    seed: 1,
  },
  optimizer: sgd({ learningRate: inverseTime({ rate: 0.05, decay: 1 / 15_000 }) }),
  labels: [..."0123456789"],
});

if (values.serve) {
  await serveLive({
    name: "digits",
    learner,
    samples: digits("training", total),
    rate: Number(values.rate),
    out: values.out,
  });
  Deno.exit();
}

const scores: Score[] = [];
const progress = createProgress({ total, label: "learning" });
await from(digits("training", total))
  .pipe(progressiveValidation(learner, { every: EVERY, window: WINDOW }))
  .forEach((score) => {
    scores.push(score);
    progress.update(score.samples, { accuracy: score.rollingAccuracy, cost: score.rollingCost });
  });
progress.stop();
const { state, accuracy = NaN } = scores[scores.length - 1];
console.log(`while learning: ${percent(accuracy)} of ${total} digits right, each predicted before it was learned`);

let right = 0;
let tested = 0;
for (const { features, target } of digits("testing", 10_000)) {
  if (classOf(learner.predictOne(state, features)) === target) right++;
  tested++;
}
console.log(`test accuracy: ${percent(right / tested)} of ${tested} digits never seen before`);

const curve = learningCurve({
  title: "One pass over MNIST, each digit predicted before it is learned",
  xLabel: "digits learned",
  yLabel: "accuracy",
  yFormat: "percent",
  series: [
    {
      name: `last ${WINDOW}`,
      points: scores.map(({ samples, rollingAccuracy = NaN }) => ({ x: samples, y: rollingAccuracy })),
    },
    { name: "all so far", points: scores.map(({ samples, accuracy = NaN }) => ({ x: samples, y: accuracy })) },
  ],
});
const [{ weights, inputs, units }] = state.network.layers;
const tiles = weightTiles({ weights, inputs, units, width: 28, height: 28 });
await Deno.mkdir(values.out, { recursive: true });
await Deno.writeTextFile(`${values.out}/mnist.svg`, sideBySide([curve, tiles]));
await Deno.writeFile(`${values.out}/mnist.safetensors`, encodeLearner(learner, state));
console.log(`learning curve and first-layer weights: ${values.out}/mnist.svg`);
console.log(`snapshot: ${values.out}/mnist.safetensors; to serve it: deno task serve ${values.out}/mnist.safetensors`);

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
