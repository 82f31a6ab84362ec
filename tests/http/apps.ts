import { createLearner, type Learner, type LearnerOptions, memoryStore, sgd } from "@backstream/backstream";
import type { createApp } from "@backstream/backstream/http";
import type { HostOptions } from "../../lib/http/hosted/host_model.ts";
import { readMemory } from "../../lib/http/read_memory.ts";

/** An app as tests use it. */
export type App = ReturnType<typeof createApp>;

/** How models are hosted: as by an app, but the store is asked each time. */
export function hostOptions(options: Partial<HostOptions> = {}): HostOptions {
  return {
    store: memoryStore(),
    staleness: 0,
    interval: 0,
    queue: { samples: 100_000, bytes: 2 ** 26 },
    ...readMemory({}),
    ...options,
  };
}

/** y = w x + b from zero, with the learning rate 1/2: each step can be followed by hand. */
export function lineLearner(options: Partial<LearnerOptions> = {}): Learner {
  return createLearner({
    network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
    optimizer: sgd({ learningRate: 0.5 }),
    ...options,
  });
}

/** Two inputs, three labelled classes. */
export function classLearner(options: Partial<LearnerOptions> = {}): Learner {
  return createLearner({
    network: { inputs: 2, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy", seed: 1 },
    optimizer: sgd({ learningRate: 0.1 }),
    labels: ["red", "green", "blue"],
    ...options,
  });
}

/** Sends a body, as JSON unless it is text already. */
export async function post(
  app: Pick<App, "request">,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const bytes = new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
  const response = await app.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", "content-length": String(bytes.length), ...headers },
    body: bytes,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Sends NDJSON or CSV, and gives the lines of the answer. */
export async function stream(app: App, path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await app.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson", ...headers },
    body,
  });
  const text = await response.text();
  const lines = response.status === 200 ? text.trimEnd().split("\n").map((line) => JSON.parse(line)) : [];
  return { status: response.status, headers: response.headers, lines, text };
}

/** All that a model knows, to see whether a request has changed it. */
export async function snapshot(app: App, name = "line"): Promise<Uint8Array> {
  return new Uint8Array(await (await app.request(`/models/${name}/snapshot`)).arrayBuffer());
}

/** Gets an answer that is JSON. */
export async function get(app: App, path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
