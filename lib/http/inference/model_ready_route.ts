import type { Context } from "../../deps/hono.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { openVersion } from "./open_version.ts";

/**
 * `GET /v2/models/:name/ready`, and the same under `/versions/:version`: whether the model can predict.
 *
 * @param context The request.
 * @param model The model it names.
 * @returns The name, and that it is ready; it is an error otherwise.
 */
export async function modelReadyRoute(context: Context, model: HostedModel): Promise<Response> {
  const named = context.req.param("version");
  await (named === undefined ? model.head() : openVersion(model, named));
  return context.json({ name: model.name, ready: true });
}
