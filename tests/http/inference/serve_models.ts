import { Hono } from "hono";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import { inferenceErrors } from "../../../lib/http/inference/inference_errors.ts";
import { inferenceRoutes } from "../../../lib/http/inference/inference_routes.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { toProblem } from "../../../lib/http/to_problem.ts";
import { problemResponse } from "../../../lib/http/problem.ts";

/** An app with the routes of the protocol alone, of at most four samples a request. */
export function serveModels(...models: HostedModel[]): Hono {
  const app = new Hono();
  app.use("/v2/*", inferenceErrors);
  inferenceRoutes(app, {
    find: (name) => {
      const model = models.find((model) => model.name === name);
      if (model !== undefined) return Promise.resolve(model);
      return Promise.reject(
        new RequestError({ status: 404, title: "Not Found", detail: `There is no model "${name}"` }),
      );
    },
    ready: () => Promise.resolve(),
    samplesPerRequest: 4,
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
