import { bearerAuth, bodyLimit, type Context, Hono, methodNotAllowed } from "../deps/hono.ts";
import { memoryStore } from "../store/mod.ts";
import type { AppOptions } from "./app_options.ts";
import { createDirectory } from "./hosted/create_directory.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";
import type { ModelDirectory } from "./hosted/model_directory.ts";
import { learnRoute } from "./learn_route.ts";
import { modelRoute } from "./model_route.ts";
import { modelsRoute } from "./models_route.ts";
import { predictRoute } from "./predict_route.ts";
import { problemResponse } from "./problem.ts";
import { readLimits } from "./read_limits.ts";
import { readMemory } from "./read_memory.ts";
import { readTokens } from "./read_tokens.ts";
import { RequestError } from "./request_error.ts";
import { snapshotRoute } from "./snapshot_route.ts";
import { toProblem } from "./to_problem.ts";

/** An endpoint of learners. */
export interface App extends Hono {
  /** The models that it serves. */
  readonly models: ModelDirectory;
  /**
   * Takes nothing new (503), and resolves when what was taken is durable and answered, after 5 seconds at the latest. What was
   * answered before is durable already, so that a process may end without this; only its open requests get no answer.
   */
  close(): Promise<void>;
}

/**
 * Makes an endpoint of learners, which learns from each request. It is a Hono app: `Deno.serve(createApp(options).fetch)`
 * is a deployment.
 *
 * - `POST /models/:name/learn`: a sample `{ features, target, weight? }`, an array of samples, or NDJSON. All are learned,
 *   and the state is in the store, when the answer is 200; if one cannot be used, none is learned.
 * - `POST /models/:name/predict`: `{ features }` or an array of these.
 * - `GET /models`, `GET /models/:name`, `GET /models/:name/snapshot`, `GET /health`.
 *
 * Errors are `application/problem+json` (RFC 9457). Several instances may share a store: each save is a compare and set,
 * and what was learned at the same time is learned anew on top of what came first.
 *
 * @param options The models, and where and for whom they are served.
 * @returns The app.
 * @throws {TypeError} If a learner's optimizer has no spec, so that its state cannot be saved, or a token is none.
 * @throws {RangeError} If a limit is not a whole number from 1 on.
 *
 * @example Learn and predict
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { createApp } from "@backstream/backstream/http";
 * import { assertEquals } from "@std/assert";
 *
 * const line = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity", initializer: "zeros" }] },
 *   optimizer: sgd({ learningRate: 0.5 }),
 * });
 * const app = createApp({ models: { line } });
 * const post = (path: string, body: unknown) =>
 *   app.request(path, {
 *     method: "POST",
 *     headers: { "content-type": "application/json" },
 *     body: JSON.stringify(body),
 *   });
 *
 * const learned = await (await post("/models/line/learn", { features: [1], target: 2 })).json();
 * assertEquals([learned.samples, learned.cost], [1, 2]);
 * const predicted = await (await post("/models/line/predict", { features: [1] })).json();
 * assertEquals(predicted.output, [2]);
 * ```
 */
export function createApp(options: AppOptions): App {
  const { auth, onError = console.error } = options;
  const limits = readLimits(options.limits);
  const { bodyBytes, samplesPerRequest } = limits;
  const models = createDirectory({
    given: options.models,
    store: options.store ?? memoryStore(),
    staleness: options.staleness ?? 1000,
    interval: options.commitInterval ?? 0,
    queue: { samples: limits.waitingSamples, bytes: limits.waitingBytes },
    most: limits.models,
    parameters: limits.parameters,
    ...readMemory(options),
  });
  const named = async (context: Context): Promise<HostedModel> => {
    const name = context.req.param("name") ?? "";
    const model = await models.get(name);
    if (model !== undefined) return model;
    throw new RequestError({ status: 404, title: "Not Found", detail: `There is no model "${name}"` });
  };

  const answer = (error: unknown): Response => {
    const { response, internal } = toProblem(error);
    if (internal) onError(error);
    return response;
  };

  const app = new Hono();
  app.use(async (context, next) => {
    try {
      await next();
    } catch (error) {
      context.res = answer(error); // Hono hands on to onError only what is an Error
    }
    context.header("cache-control", "no-store");
  });
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (_context, methods) => notAllowed(methods) }));
  app.get("/health", (context) => context.json({ status: "ok" }));
  if (auth !== undefined) app.use(bearerAuth({ token: readTokens(auth) }));
  app.use(bodyLimit({ maxSize: bodyBytes, onError: () => tooLarge(bodyBytes) }));
  app.post("/models/:name/learn", async (context) => learnRoute(context, await named(context), samplesPerRequest));
  app.post("/models/:name/predict", async (context) => predictRoute(context, await named(context), samplesPerRequest));
  app.get("/models", async (context) => modelsRoute(context, await models.list()));
  app.get("/models/:name", async (context) => modelRoute(context, await named(context)));
  app.get("/models/:name/snapshot", async (context) => snapshotRoute(context, await named(context)));
  app.notFound(() => problemResponse({ status: 404, title: "Not Found" }));
  app.onError(answer);
  return Object.assign(app, { models, close: models.close });
}

function notAllowed(methods: readonly string[]): Response {
  return problemResponse({ status: 405, title: "Method Not Allowed" }, { allow: methods.join(", ") });
}

function tooLarge(bodyBytes: number): Response {
  const detail = `Cannot read the body as it must have ${bodyBytes} bytes at most`;
  return problemResponse({ status: 413, title: "Content Too Large", detail });
}
