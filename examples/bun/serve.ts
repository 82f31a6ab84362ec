/**
 * The endpoint on Bun, with what it has learned in a file.
 *
 * Run, in this folder: bun install && BACKSTREAM_TOKEN=secret bun serve.ts
 *
 * Environment: BACKSTREAM_TOKEN, the bearer token; PORT (8000); BACKSTREAM_KV, the file (backstream.kv).
 */
import { openKv } from "@deno/kv";
import { adam, createLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import process from "node:process";

/** What this file needs of Bun. */
declare const Bun: {
  serve(options: {
    port: string;
    idleTimeout: number;
    maxRequestBodySize: number;
    fetch: (request: Request) => Response | Promise<Response>;
  }): { readonly port: number; stop(): Promise<void> };
};

const { BACKSTREAM_TOKEN: token, BACKSTREAM_KV = "backstream.kv", PORT = "8000" } = process.env;
if (!token) throw new Error("Cannot serve as BACKSTREAM_TOKEN must be set: current value is missing");

const iris = createLearner({
  network: { inputs: 4, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy" },
  optimizer: adam({ learningRate: 0.01 }),
  labels: ["setosa", "versicolor", "virginica"],
});
// Beside bytes, which are kept as they are, the store sets plain records; the form that Deno and Node have for them, Bun has not.
const kv = await openKv(BACKSTREAM_KV, {
  encodeV8: (value: unknown) => new TextEncoder().encode(JSON.stringify(value)),
  decodeV8: (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)),
});
const app = createApp({ models: { iris }, store: denoKvStore(kv), auth: { token } });

// The app has limits of its own, below these: bodies that stall are given up after 30 seconds, streams have 1 GiB at most.
const server = Bun.serve({
  port: PORT,
  idleTimeout: 60,
  maxRequestBodySize: 2 ** 31,
  fetch: (request) => app.fetch(request),
});
console.log(`Listening on http://localhost:${server.port}/`);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);

/** Answers the open requests and ends, within five seconds; what has an answer is saved anyway. */
async function end(): Promise<void> {
  setTimeout(() => process.exit(), 4000);
  await Promise.all([app.close(), server.stop()]);
  kv.close();
  process.exit();
}
