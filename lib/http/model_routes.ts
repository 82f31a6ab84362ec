import type { Context, Handler, Hono } from "../deps/hono.ts";
import type { Scope } from "./auth/token_options.ts";
import { deleteModelRoute } from "./delete_model_route.ts";
import type { Desk } from "./desk.ts";
import { eventsRoute } from "./events_route.ts";
import { labelRoute } from "./label_route.ts";
import { learnRoute } from "./learn_route.ts";
import { modelRoute } from "./model_route.ts";
import { modelsRoute } from "./models_route.ts";
import { predictRoute } from "./predict_route.ts";
import { putModelRoute } from "./put_model_route.ts";
import { rollbackRoute } from "./rollback_route.ts";
import { modelSchemaRoute } from "./schema/model_schema_route.ts";
import { snapshotRoute } from "./snapshot_route.ts";
import { versionsRoute } from "./versions_route.ts";

/** Answers a request for a model, or for all. */
export type ModelRoute = (context: Context, desk: Desk) => Promise<Response>;

/**
 * Adds the routes of the models.
 *
 * @param app What to add them to.
 * @param may Makes the handler of a route that may be asked for by tokens of a scope.
 */
export function modelRoutes(app: Hono, may: (scope: Scope, route: ModelRoute) => Handler): void {
  app.post("/models/:name/learn", may("learn", learnRoute));
  app.post("/models/:name/label", may("learn", labelRoute));
  app.post("/models/:name/predict", may("predict", predictRoute));
  app.get("/models", may("predict", modelsRoute));
  app.get("/models/:name", may("predict", modelRoute));
  app.put("/models/:name", may("admin", putModelRoute));
  app.delete("/models/:name", may("admin", deleteModelRoute));
  app.get("/models/:name/events", may("predict", eventsRoute));
  app.get("/models/:name/schema", may("predict", modelSchemaRoute));
  app.get("/models/:name/versions", may("predict", versionsRoute));
  app.get("/models/:name/snapshot", may("admin", snapshotRoute));
  app.post("/models/:name/rollback", may("admin", rollbackRoute));
}
