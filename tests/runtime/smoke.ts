/** Uses every entry point once and writes what came of it as JSON: the same on every runtime. */
import { createLearner, decodeLearner, encodeLearner, sgd } from "@backstream/backstream";
import * as chart from "@backstream/backstream/chart";
import * as cli from "@backstream/backstream/cli";
import { fromCsv } from "@backstream/backstream/csv";
import { createApp } from "@backstream/backstream/http";
import { fromReadableStream, learn } from "@backstream/backstream/rx";
import * as denoKv from "@backstream/backstream/store/deno_kv";

const learner = createLearner({
  network: { inputs: 2, layers: [{ units: 3, activation: "tanh" }, { units: 1 }], cost: "crossEntropy", seed: 1 },
  optimizer: sgd({ learningRate: 0.5 }),
});
const samples = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => ({ features: [a, b], target: a ^ b }));

const { state } = learner.learnMany(learner.init(), samples);
const bytes = encodeLearner(learner, state);

let streamed = learner.init();
await fromReadableStream(ReadableStream.from(samples)).pipe(learn(learner)).forEach((step) => {
  streamed = step.state;
});

const rows: unknown[] = [];
await fromCsv(ReadableStream.from(["a,b\n1,2\n"])).forEach((row) => rows.push(row));

const app = createApp({ models: { xor: learner } });
const response = await app.request("/models/xor/learn", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(samples[0]),
});

console.log(JSON.stringify({
  parameters: [...state.network.parameters],
  streamed: [...streamed.network.parameters],
  resumed: [...decodeLearner(bytes).state.network.parameters],
  rows,
  learning: response.status,
  functions: [chart, cli, denoKv].map((entry) => Object.keys(entry).sort()),
}));
