import type { Context } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { findModel } from "../find_model.ts";
import { openVersion } from "./open_version.ts";

/**
 * `GET /v2/models/:name/ready`, and the same under `/versions/:version`: whether the model can predict.
 *
 * @param context The request.
 * @param desk The models.
 * @returns The name, and that it is ready; it is an error otherwise.
 */
export async function modelReadyRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const named = context.req.param("version");
  await (named === undefined ? model.head() : openVersion(model, named));
  return context.json({ name: model.name, ready: true });
}
