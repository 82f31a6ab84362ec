/**
 * The endpoint on Deno Deploy: several instances at once, in any region, on one Deno KV database. On a machine of your own it
 * is the same with a file.
 *
 * Run: BACKSTREAM_TOKEN=secret deno run -A examples/deploy/main.ts
 *
 * Environment: BACKSTREAM_TOKEN, the bearer token; elsewhere than on Deno Deploy also PORT (8000) and BACKSTREAM_KV, the file
 * (one of Deno's own).
 */
import { adam, createLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore, retryLocked } from "@backstream/backstream/store/deno_kv";

const token = Deno.env.get("BACKSTREAM_TOKEN");
if (!token) throw new Error("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing");

const iris = createLearner({
  network: { inputs: 4, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy" },
  optimizer: adam({ learningRate: 0.01 }),
  labels: ["setosa", "versicolor", "virginica"],
});
const kv = await retryLocked(() => Deno.openKv(Deno.env.get("BACKSTREAM_KV")));
const app = createApp({ models: { iris }, store: denoKvStore(kv), auth: { token } });

const onListen = ({ port }: Deno.NetAddr) => console.log(`Listening on http://localhost:${port}/`);
const server = Deno.serve({ port: Number(Deno.env.get("PORT") ?? 8000), onListen }, app.fetch);
const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
for (const signal of signals) Deno.addSignalListener(signal, end);

/** Answers the open requests and ends. Deno Deploy would kill it after five seconds; what has an answer is saved anyway. */
async function end(): Promise<void> {
  setTimeout(() => Deno.exit(), 4000);
  await Promise.all([app.close(), server.shutdown()]);
  kv.close();
  Deno.exit();
}
