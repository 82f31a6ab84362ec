/**
 * Serves a model until it is killed, or a bare Hono app that parses the same bodies; writes its port.
 *
 * Run: deno run -A --unstable-kv tests/bench/endpoint/serve.ts bare|INPUTS [KV-FILE]
 */
import { createLearner, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import { Hono } from "hono";

const [inputs, path] = Deno.args;
const { fetch } = inputs === "bare" ? bareApp() : await modelApp();
const { addr: { port } } = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, fetch);
console.log(port);

async function modelApp() {
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
