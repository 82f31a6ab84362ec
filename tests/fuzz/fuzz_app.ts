import fc from "fast-check";
import { createApp } from "@backstream/backstream/http";
import { type App, classLearner, lineLearner } from "../http/apps.ts";
import { gzip, streamOf } from "../http/body/bodies.ts";
import { type FuzzedRequest, requests } from "./request_grammar.ts";

/** What became of many requests. */
export interface FuzzFigures {
  /** How many there were. */
  readonly requests: number;
  /** How many of them had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many have changed a model. */
  readonly changes: number;
}

/** How much is fuzzed. */
export interface FuzzOptions {
  readonly seed: number;
  readonly requests: number;
  /** Is called after each thousand requests. */
  readonly onThousand?: (done: number) => void;
}

/**
 * Sends requests, one after the other, to an app of small limits. Each must be answered, with no status of 500 or more,
 * and one that is refused must have changed no model. The first that is not so is shrunk and thrown.
 */
export async function fuzzApp({ seed, requests: runs, onThousand }: FuzzOptions): Promise<FuzzFigures> {
  const errors: unknown[] = [];
  const app = openApp(errors);
  const statuses: Record<string, number> = {};
  let [done, changes] = [0, 0];
  let before = await stateOf(app);
  let last = "";
  const property = fc.asyncProperty(requests, async (request) => {
    const { status, learned, id = last } = await send(app, request, last);
    last = id;
    const after = await stateOf(app);
    const changed = JSON.stringify(after) !== JSON.stringify(before);
    before = after;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (changed) changes++;
    if (++done % 1000 === 0) onThousand?.(done);
    if (errors.length > 0) throw new Error("an error of the server's own", { cause: errors.pop() });
    if (status >= 500) throw new Error(`status ${status}`);
    if (changed && (status >= 400 || learned === 0)) throw new Error(`status ${status} has changed a model`);
  });
  await fc.assert(property, { seed, numRuns: runs, endOnFailure: false });
  return { requests: done, statuses, changes };
}

/** Two models that are given, room for two that are made, and three tokens. */
export function openApp(errors: unknown[]): App {
  return createApp({
    models: { line: lineLearner(), colors: classLearner() },
    auth: { token: "admin", tokens: [{ token: "predict", scope: "predict" }, { token: "learn", scope: "learn" }] },
    limits: {
      bodyBytes: 4000,
      streamBytes: 2000,
      lineLength: 300,
      samplesPerRequest: 5,
      models: 2,
      parameters: 100,
      stateBytes: 4000,
    },
    memory: { ids: 50, keys: 50, predictions: 50, predictionBytes: 5000 },
    versions: { keep: 3, samples: 20 },
    onError: (error) => errors.push(error),
  });
}

/** The version and the snapshot of each model. */
async function stateOf(app: App): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const model of await app.models.list()) {
    const { version } = await model.head();
    state[model.name] = `${version} ${new TextDecoder("latin1").decode(await model.snapshot())}`;
  }
  return state;
}

/** Sends it and reads the answer, but of events only the first. */
async function send(
  app: App,
  { method, path, headers, body: written, zipped, pieces }: FuzzedRequest,
  last: string,
) {
  const body = written && put(written, last);
  const bytes = body === undefined ? undefined : zipped ? await gzip(new Uint8Array(body)) : new Uint8Array(body);
  const length = pieces.length === 0 && bytes !== undefined ? { "content-length": String(bytes.length) } : {};
  const response = await app.request(path, {
    method,
    headers: { ...headers, ...length },
    ...bytes === undefined ? {} : { body: pieces.length === 0 ? bytes : streamOf(...cut(bytes, pieces)) },
  });
  const { status } = response;
  const type = response.headers.get("content-type") ?? "";
  if (status >= 400 && method !== "HEAD" && !path.startsWith("/v2") && type !== "application/problem+json") {
    throw new Error(`status ${status} is no problem+json but ${type}`);
  }
  if (!response.headers.has("x-request-id")) throw new Error("the answer has no id");
  if (type.startsWith("text/event-stream") && response.body !== null) {
    const reader = response.body.getReader();
    await reader.read();
    await reader.cancel();
    return { status, learned: undefined, id: undefined };
  }
  const text = await response.text();
  const summary = type === "application/x-ndjson" ? JSON.parse(text.trimEnd().split("\n").at(-1)!) : {};
  if (summary.problem?.status >= 500) throw new Error(`a stream failed: ${text}`);
  const id: string | undefined = text.match(/"id":"([\w-]{36})"/)?.[1];
  return { status, learned: summary.samples as number | undefined, id };
}

/** The body with the newest id of a prediction in it. */
function put(body: Uint8Array, last: string): Uint8Array {
  const text = String.fromCharCode(...body); // byte by byte, as what is no UTF-8 is to stay so
  return text.includes("LAST") ? Uint8Array.from(text.replaceAll("LAST", last), (c) => c.charCodeAt(0)) : body;
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const size of sizes) pieces.push(bytes.subarray(start, start += size));
  return [...pieces, bytes.subarray(start)];
}
