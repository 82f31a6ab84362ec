/**
 * Serves a model until it is killed, or a bare Hono app that parses the same bodies; writes its port.
 *
 * Run: deno run -A --unstable-kv tests/bench/endpoint/serve.ts bare|SIZES [KV-FILE]
 * SIZES are the inputs and the units of each layer, as in 784,10: one output is a number, several are classes.
 */
import { createLearner, type LayerOptions, type NetworkOptions, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import { Hono } from "hono";

const [sizes, path] = Deno.args;
const { fetch } = sizes === "bare" ? bareApp() : await modelApp();
const { addr: { port } } = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, fetch);
console.log(port);

async function modelApp() {
  const [inputs, ...units] = sizes.split(",").map(Number);
  const outputs = units.pop()!;
  const hidden = units.map((units): LayerOptions => ({ units, activation: "tanh" }));
  const network: NetworkOptions = outputs === 1
    ? { inputs, layers: [...hidden, { units: 1, activation: "identity" }], seed: 1 }
    : { inputs, layers: [...hidden, { units: outputs, activation: "softmax" }], cost: "crossEntropy", seed: 1 };
  const model = createLearner({ network, optimizer: sgd({ learningRate: 0.01 }) });
  return createApp({
    models: { model },
    ...path === undefined ? {} : { store: denoKvStore(await Deno.openKv(path)) },
  });
}

function bareApp(): Hono {
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
  return bare;
}
