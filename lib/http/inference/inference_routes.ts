import type { Context, Hono, MiddlewareHandler } from "../../deps/hono.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { version } from "../version.ts";
import { inferRoute } from "./infer_route.ts";
import { modelMetadataRoute } from "./model_metadata_route.ts";
import { modelReadyRoute } from "./model_ready_route.ts";

/** What the routes of the Open Inference Protocol need. */
export interface InferenceOptions {
  /** The model of that name; rejects if there is none. */
  readonly find: (name: string | undefined) => Promise<HostedModel>;
  /** Resolves when the models can be served. */
  readonly ready: () => Promise<unknown>;
  /** How many samples a request may hold. */
  readonly samplesPerRequest: number;
  /** Lets pass who may predict. */
  readonly mayPredict: MiddlewareHandler;
}

/**
 * Adds the routes of the Open Inference Protocol, version 2, so that its clients can predict. The health is open to all.
 *
 * @param app What to add them to.
 * @param options What they need.
 */
export function inferenceRoutes(app: Hono, { find, ready, samplesPerRequest, mayPredict }: InferenceOptions): void {
  app.get("/v2/health/live", (context) => context.json({ live: true }));
  app.get("/v2/health/ready", async (context) => {
    await ready();
    return context.json({ live: true, ready: true });
  });
  app.get("/v2", mayPredict, (context) => {
    return context.json({ name: "backstream", version, extensions: ["binary_tensor_data"] });
  });
  for (const path of ["/v2/models/:name", "/v2/models/:name/versions/:version"]) {
    const named =
      (handle: (context: Context, model: HostedModel) => Response | Promise<Response>) => async (context: Context) =>
        handle(context, await find(context.req.param("name")));
    app.get(path, mayPredict, named(modelMetadataRoute));
    app.get(`${path}/ready`, mayPredict, named(modelReadyRoute));
    app.post(`${path}/infer`, mayPredict, named((context, model) => inferRoute(context, model, samplesPerRequest)));
  }
}
