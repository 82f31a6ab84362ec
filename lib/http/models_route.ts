import type { Context } from "../deps/hono.ts";
import { describeModel } from "./describe_model.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";

/**
 * `GET /models`: the models that are served.
 *
 * @param context The request.
 * @param models All models.
 * @returns What `GET /models/:name` tells of each.
 */
export async function modelsRoute(context: Context, models: Iterable<HostedModel>): Promise<Response> {
  return context.json({ models: await Promise.all(Array.from(models, describeModel)) });
}
