import type { Context } from "../deps/hono.ts";
import { describeModel } from "./describe_model.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { versionTag } from "./version_rule.ts";

/**
 * `GET /models/:name`: what the model is and how much it has learned.
 *
 * @param context The request.
 * @param desk The models.
 * @returns Name, version, number of samples learned, task, labels, optimizer, the shape of the network, and the scores.
 * The entity tag is the version in quotes, for `If-Match` when the model is replaced or removed.
 */
export async function modelRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const description = await describeModel(model);
  return context.json(description, 200, { etag: versionTag(description.version) });
}
