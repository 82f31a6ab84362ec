import type { Context, Hono, MiddlewareHandler } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { version } from "../version.ts";
import { inferRoute } from "./infer_route.ts";
import { modelMetadataRoute } from "./model_metadata_route.ts";
import { modelReadyRoute } from "./model_ready_route.ts";

/** What the routes of the Open Inference Protocol need. */
export interface InferenceOptions {
  /** The models and limits. */
  readonly desk: Desk;
  /** Lets pass who may predict. */
  readonly mayPredict: MiddlewareHandler;
}

/**
 * Adds the routes of the Open Inference Protocol, version 2, that tell of health. They are open to all.
 *
 * @param app What to add them to.
 * @param desk The models.
 */
export function inferenceHealthRoutes(app: Hono, desk: Desk): void {
  app.get("/v2/health/live", (context) => context.json({ live: true }));
  app.get("/v2/health/ready", async (context) => {
    await desk.models.list(); // which the store must answer
    return context.json({ live: true, ready: true });
  });
}

/**
 * Adds the other routes of the Open Inference Protocol, version 2, so that its clients can predict.
 *
 * @param app What to add them to.
 * @param options What they need.
 */
export function inferenceRoutes(app: Hono, { desk, mayPredict }: InferenceOptions): void {
  const extensions = ["binary_tensor_data"];
  app.get("/v2", mayPredict, (context) => context.json({ name: "backstream", version, extensions }));
  for (const path of ["/v2/models/:name", "/v2/models/:name/versions/:version"]) {
    app.get(path, mayPredict, (context: Context) => modelMetadataRoute(context, desk));
    app.get(`${path}/ready`, mayPredict, (context: Context) => modelReadyRoute(context, desk));
    app.post(`${path}/infer`, mayPredict, (context: Context) => inferRoute(context, desk));
  }
}
