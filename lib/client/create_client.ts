import type { LearnAnswer, ModelAnswer, PredictAnswer } from "./answers.ts";
import type { ChangeOptions, Client, ClientOptions, PredictOptions } from "./client.ts";
import { followEvents } from "./follow_events.ts";
import { learnStream } from "./learn_stream.ts";
import { pause } from "./pause.ts";
import { randomKey } from "./random_key.ts";
import { type Call, send, type Sender } from "./send.ts";
import { writeJson } from "./write_json.ts";

/**
 * Makes a client of an endpoint, for every runtime that has `fetch`, browsers included.
 *
 * A request whose answer is lost, or is 429 or 503, is sent again after a time that doubles, or that the endpoint names.
 * Requests to learn carry an idempotency key, so that they are done once all the same. What replaces, removes or rolls
 * back a model is sent again only if the endpoint has said that it was not done.
 *
 * @param options The endpoint.
 * @returns The client.
 * @throws {TypeError} If the address is none.
 *
 * @example Learn and predict
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { createClient } from "@backstream/backstream/client";
 * import { createApp } from "@backstream/backstream/http";
 * import { assertEquals } from "@std/assert";
 *
 * const line = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
 *   optimizer: sgd({ learningRate: 0.5 }),
 * });
 * const app = createApp({ models: { line } });
 * // A real endpoint needs no `fetch` here; this one is called without a network.
 * const client = createClient({
 *   url: "http://localhost:8000",
 *   fetch: async (input, init) => await app.fetch(new Request(input, init)),
 * });
 *
 * const { samples, cost } = await client.learn("line", { features: [1], target: 2 });
 * assertEquals([samples, cost], [1, 2]);
 * const { output } = await client.predict("line", { features: [1] });
 * assertEquals(output, [2]);
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const { url, token, retries = 5, timeout = 30_000, longestWait = 30_000 } = options;
  const sender: Sender = {
    base: `${new URL(url).href.replace(/\/+$/, "")}/`,
    token,
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    retries,
    timeout,
    longestWait,
    wait: pause,
  };
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    send(sender, { method: "GET", path, repeatable: true, signal, read: readJson<T> });
  const post = <T>(
    path: string,
    value: unknown,
    call: Pick<Call<T>, "repeatable" | "headers" | "signal">,
  ): Promise<T> =>
    send(sender, {
      ...call,
      method: "POST",
      path,
      headers: { ...call.headers, "content-type": "application/json" },
      body: writeJson(value),
      read: readJson<T>,
    });
  const change = (path: string, value: unknown, { key = randomKey(), signal }: ChangeOptions = {}) =>
    post<LearnAnswer>(path, value, { repeatable: true, headers: { "idempotency-key": key }, signal });

  return {
    learn: (model, samples, options) => change(`${pathOf(model)}/learn`, samples, options),
    learnStream: (model, samples, options) => learnStream(sender, { path: `${pathOf(model)}/learn`, samples }, options),
    predict:
      ((model: string, inputs: unknown, { remember = false, signal }: PredictOptions = {}) =>
        post<PredictAnswer>(`${pathOf(model)}/predict${remember ? "?remember=1" : ""}`, inputs, {
          repeatable: true,
          signal,
        })) as Client["predict"],
    label: (model, labels, options) => change(`${pathOf(model)}/label`, labels, options),
    models: async ({ signal } = {}) => (await get<{ models: [] }>("models", signal)).models,
    model: (name, { signal } = {}) => get(pathOf(name), signal),
    put: (name, source, { signal } = {}) =>
      send(sender, {
        ...source instanceof Uint8Array
          ? { headers: { "content-type": "application/octet-stream" }, body: source }
          : { headers: { "content-type": "application/json" }, body: writeJson(source) },
        method: "PUT",
        path: pathOf(name),
        repeatable: false,
        signal,
        read: readJson<ModelAnswer>,
      }),
    remove: (name, { signal } = {}) =>
      send(sender, { method: "DELETE", path: pathOf(name), repeatable: false, signal, read: () => Promise.resolve() }),
    snapshot: (name, { version, signal } = {}) =>
      send(sender, {
        method: "GET",
        path: `${pathOf(name)}/snapshot${version === undefined ? "" : `?version=${version}`}`,
        repeatable: true,
        signal,
        read: async (response) => new Uint8Array(await response.arrayBuffer()),
      }),
    versions: async (name, { signal } = {}) =>
      (await get<{ versions: [] }>(`${pathOf(name)}/versions`, signal)).versions,
    rollback: (name, version, { signal } = {}) =>
      post(`${pathOf(name)}/rollback`, { version }, { repeatable: false, signal }),
    events: (name, options) => followEvents(sender, `${pathOf(name)}/events`, options),
  };
}

function pathOf(model: string): string {
  return `models/${encodeURIComponent(model)}`;
}

function readJson<T>(response: Response): Promise<T> {
  return response.json();
}
