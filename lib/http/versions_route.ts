import type { Context } from "../deps/hono.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";

/**
 * `GET /models/:name/versions`: the versions that can be downloaded or rolled back to.
 *
 * @param context The request.
 * @param desk The models.
 * @returns The versions, the newest first.
 */
export async function versionsRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  return context.json({ versions: await model.versions() });
}
