import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { modelRoutes } from "../../lib/http/model_routes.ts";

Deno.test("modelRoutes() asks of each route for a scope that is enough, and no more", () => {
  const app = new Hono();
  const scopes: string[] = [];
  modelRoutes(app, (scope) => {
    scopes.push(scope);
    return (context) => context.text(scope);
  });
  assertEquals(app.routes.map(({ method, path }, i) => `${scopes[i]}: ${method} ${path}`).toSorted(), [
    "admin: DELETE /models/:name",
    "admin: GET /models/:name/snapshot",
    "admin: POST /models/:name/rollback",
    "admin: PUT /models/:name",
    "learn: POST /models/:name/label",
    "learn: POST /models/:name/learn",
    "predict: GET /models",
    "predict: GET /models/:name",
    "predict: GET /models/:name/events",
    "predict: GET /models/:name/schema",
    "predict: GET /models/:name/versions",
    "predict: POST /models/:name/predict",
  ]);
});
