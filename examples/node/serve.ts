/**
 * The endpoint on Node, with what it has learned in a file.
 *
 * Run, in this folder: npm install && BACKSTREAM_TOKEN=secret node serve.ts
 *
 * Environment: BACKSTREAM_TOKEN, the bearer token; PORT (8000); BACKSTREAM_KV, the file (backstream.kv), or the address of a
 * Deno KV database that several machines share.
 */
import { openKv } from "@deno/kv";
import { serve } from "@hono/node-server";
import { adam, createLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import type { Server } from "node:http";
import process from "node:process";

const { BACKSTREAM_TOKEN: token, BACKSTREAM_KV = "backstream.kv", PORT = "8000" } = process.env;
if (!token) throw new Error("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing");

const iris = createLearner({
  network: { inputs: 4, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy" },
  optimizer: adam({ learningRate: 0.01 }),
  labels: ["setosa", "versicolor", "virginica"],
});
const kv = await openKv(BACKSTREAM_KV);
const app = createApp({ models: { iris }, store: denoKvStore(kv), auth: { token } });

// Streams may take as long as they go on; the app gives up those that stall.
const server = serve(
  { fetch: app.fetch, port: Number(PORT), serverOptions: { requestTimeout: 0 } },
  ({ port }) => console.log(`Listening on http://localhost:${port}/`),
) as Server;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);

/** Answers the open requests and ends, within five seconds; what has an answer is saved anyway. */
async function end(): Promise<void> {
  setTimeout(() => process.exit(), 4000);
  const closed = new Promise((resolve) => server.close(resolve));
  setInterval(() => server.closeIdleConnections(), 100); // clients keep connections for more requests
  await Promise.all([app.close(), closed]);
  kv.close();
  process.exit();
}
