import { Hono } from "hono";
import type { Desk } from "../../../lib/http/desk.ts";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import type { ModelDirectory } from "../../../lib/http/hosted/model_directory.ts";
import { inferenceErrors } from "../../../lib/http/inference/inference_errors.ts";
import { inferenceHealthRoutes, inferenceRoutes } from "../../../lib/http/inference/inference_routes.ts";
import { problemResponse } from "../../../lib/http/problem.ts";
import { readLimits } from "../../../lib/http/read_limits.ts";
import { toProblem } from "../../../lib/http/to_problem.ts";

/** An app with the routes of the protocol alone, of at most four samples a request. */
export function serveModels(...models: HostedModel[]): Hono {
  const directory = {
    given: (name: string) => models.find((model) => model.name === name),
    get: (name: string) => Promise.resolve(models.find((model) => model.name === name)),
    list: () => Promise.resolve(models),
  } as unknown as ModelDirectory;
  const limits = readLimits({ samplesPerRequest: 4 });
  const desk: Desk = { models: directory, limits, report: () => {}, followers: new Set() };
  const app = new Hono();
  app.use("/v2/*", inferenceErrors);
  inferenceHealthRoutes(app, desk);
  inferenceRoutes(app, {
    desk,
    mayPredict: (context, next) => {
      if (context.req.header("authorization") !== "Bearer wrong") return next();
      return Promise.resolve(problemResponse({ status: 401, title: "Unauthorized" }, { "www-authenticate": "Bearer" }));
    },
  });
  app.notFound(() => problemResponse({ status: 404, title: "Not Found" }));
  app.onError((error) => toProblem(error).response);
  return app;
}

/** Sends a request to infer, and gives what the answer says. */
export async function infer(app: Hono, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await app.request(`/v2/models/${path}/infer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
