/**
 * Serves a model, and beside it a bare Hono app that parses the same bodies, until it is killed. Writes their ports as JSON.
 *
 * Run: deno run -A --unstable-kv tests/bench/endpoint/serve.ts INPUTS [KV-FILE]
 */
import { createLearner, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import { Hono } from "hono";

const [inputs, path] = Deno.args;
const model = createLearner({
  network: inputs === "784"
    ? { inputs: 784, layers: [{ units: 10, activation: "softmax" }], cost: "crossEntropy", seed: 1 }
    : {
      inputs: Number(inputs),
      layers: [{ units: 16, activation: "tanh" }, { units: 1, activation: "identity" }],
      seed: 1,
    },
  optimizer: sgd({ learningRate: 0.01 }),
});
const app = createApp({
  models: { model },
  ...path === undefined ? {} : { store: denoKvStore(await Deno.openKv(path)) },
});
const bare = new Hono();
bare.post("/models/:name/predict", async (context) => {
  const { features } = await context.req.json();
  return context.json({ output: [features[0]], version: 0 });
});
bare.post("/models/:name/learn", async (context) => {
  let samples = 0;
  for (const line of (await context.req.text()).split("\n")) {
    JSON.parse(line);
    samples++;
  }
  return context.json({ status: "done", samples });
});
const ports = [app, bare].map(({ fetch }) => {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, fetch).addr.port;
});
console.log(JSON.stringify(ports));
