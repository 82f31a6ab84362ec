import { type Context, cors, Hono } from "../deps/hono.ts";
import { memoryStore } from "../store/mod.ts";
import { answerDirectly } from "./answer_directly.ts";
import type { App } from "./app.ts";
import type { AppOptions } from "./app_options.ts";
import { admit } from "./auth/admit.ts";
import { authenticate } from "./auth/authenticate.ts";
import { limitRate } from "./auth/limit_rate.ts";
import { readTokens } from "./auth/read_tokens.ts";
import { requireScope, scopeGuard } from "./auth/require_scope.ts";
import type { Scope } from "./auth/token_options.ts";
import { corsRules } from "./cors_rules.ts";
import { dashboardRoutes } from "./dashboard/dashboard_routes.ts";
import type { Desk } from "./desk.ts";
import { documentRoutes } from "./docs/document_routes.ts";
import { guardRequests } from "./guard_requests.ts";
import { createDirectory } from "./hosted/create_directory.ts";
import type { ModelDirectory } from "./hosted/model_directory.ts";
import { inferenceErrors } from "./inference/inference_errors.ts";
import { inferenceHealthRoutes, inferenceRoutes } from "./inference/inference_routes.ts";
import { type ModelRoute, modelRoutes } from "./model_routes.ts";
import { notFound } from "./not_found.ts";
import { createMeter, type Meter } from "./observe/create_meter.ts";
import { metricsRoute } from "./observe/metrics_route.ts";
import { observeModels } from "./observe/observe_models.ts";
import { observeStore } from "./observe/observe_store.ts";
import { routeOf } from "./observe/route_of.ts";
import { traceRequests } from "./observe/trace_requests.ts";
import { readLimits } from "./read_limits.ts";
import { readMemory } from "./read_memory.ts";
import { safeReport } from "./safe_report.ts";

/**
 * Makes an endpoint of learners, which learns from each request. It is a Hono app: `Deno.serve(createApp(options).fetch)`
 * is a deployment.
 *
 * - `POST /models/:name/learn`: a sample `{ features, target, weight?, id? }`, an array of samples, or NDJSON or CSV, which
 *   are learned while they arrive. What is learned is in the store when it is answered.
 * - `POST /models/:name/predict`: `{ features }` or an array of these; with `?remember=1` each prediction has an id.
 * - `POST /models/:name/label`: `{ id, target }`, what came true of such a prediction, or an array of these.
 * - `GET /models`, `GET|PUT|DELETE /models/:name`: what there is; made from a description or a snapshot; removed.
 * - `GET /models/:name/snapshot`, `GET /models/:name/versions`, `POST /models/:name/rollback`: what it has learned, and
 *   had learned before.
 * - `GET /models/:name/events`: what happens to it, as server-sent events. `GET /models/:name/schema`: what it takes.
 * - `/v2`: the Open Inference Protocol, for its clients. `GET /metrics`: for Prometheus.
 * - `GET /openapi.json`, `GET /docs`, `GET /health`, which need no token.
 * - `GET /`: the dashboard, for browsers, which asks for a token.
 *
 * Errors are `application/problem+json` (RFC 9457). Several instances may share a store: each save is a compare and set,
 * and what was learned at the same time is learned anew on top of what came first.
 *
 * @param options The models, and where and for whom they are served.
 * @returns The app.
 * @throws {TypeError} If a learner's optimizer has no spec, so that its state cannot be saved, or a token is none.
 * @throws {RangeError} If a limit is not a whole number from 1 on, or a name cannot be one.
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
  const { models, store = memoryStore(), staleness = 1000, commitInterval = 0 } = options;
  const { waitingSamples, waitingBytes, models: most, parameters } = readLimits(options.limits);
  const meter = createMeter();
  const directory = createDirectory({
    given: models,
    store: observeStore(store, meter, options.tracer),
    staleness,
    interval: commitInterval,
    queue: { samples: waitingSamples, bytes: waitingBytes },
    most,
    parameters,
    ...readMemory(options),
  });
  return serveDirectory(directory, { ...options, meter });
}

/** For whom the models of a directory are served, and how much may be asked for. */
interface ServeOptions extends Pick<AppOptions, "auth" | "cors" | "limits" | "openMetrics" | "tracer" | "onError"> {
  /** What counts; it may know already what the store does. */
  readonly meter?: Meter;
}

/**
 * Makes an endpoint of the models of a directory.
 *
 * @param models The models.
 * @param options For whom they are served, and how much may be asked for.
 * @returns The app.
 * @throws {TypeError} If a token is none.
 * @throws {RangeError} If a limit is not a whole number from 1 on.
 */
export function serveDirectory(models: ModelDirectory, options: ServeOptions): App {
  const { auth, tracer, openMetrics = false, meter = createMeter() } = options;
  const limits = readLimits(options.limits);
  const report = safeReport(options.onError ?? console.error);
  const desk: Desk = { models: observeModels(models, meter, tracer), limits, report, followers: new Set() };
  let isClosing = false;
  const guard = guardRequests({
    isClosing: () => isClosing,
    report,
    answered: (context, status, seconds) =>
      meter.request({ method: context.req.method, route: routeOf(context), status, seconds }),
  });

  const app = new Hono();
  if (tracer !== undefined) app.use(traceRequests(tracer));
  app.use(guard.middleware);
  app.use("/v2/*", inferenceErrors);
  if (options.cors !== undefined) app.use(cors(corsRules(options.cors)));
  const metricsOf = async (context: Context) => metricsRoute(context, await models.list(), meter);
  app.get("/health", (context) => context.json({ status: "ok" }));
  documentRoutes(app, { auth: auth !== undefined, openMetrics });
  inferenceHealthRoutes(app, desk);
  if (openMetrics) app.get("/metrics", metricsOf);

  const tokens = auth === undefined ? undefined : readTokens(auth);
  const { requestsPerSecond } = limits;
  const limit = requestsPerSecond < Infinity
    ? limitRate({ perSecond: requestsPerSecond, burst: Math.max(1, requestsPerSecond) })
    : undefined;
  dashboardRoutes(app, { desk, tokens, limit });
  const checks = [tokens && authenticate(tokens), limit].filter((check) => check !== undefined);
  for (const check of checks) app.use(check);
  const may = (scope: Scope, route: ModelRoute) => (context: Context): Promise<Response> => {
    requireScope(context, scope);
    return route(context, desk);
  };
  modelRoutes(app, may);
  if (!openMetrics) app.get("/metrics", may("predict", metricsOf));
  inferenceRoutes(app, { desk, mayPredict: scopeGuard("predict") });

  app.notFound(notFound(app));
  app.onError(guard.answer);
  if (tracer === undefined && options.cors === undefined) {
    answerDirectly(
      app,
      (direct) => modelRoutes(direct, (scope, route) => guard.route(admit(checks, may(scope, route)))),
    );
  }

  const close = async (): Promise<void> => {
    isClosing = true;
    for (const end of [...desk.followers]) end();
    await models.close();
  };
  return Object.assign(app, { models, close });
}
