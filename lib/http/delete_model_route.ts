import type { Context } from "../deps/hono.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { takesAny, versionRule } from "./version_rule.ts";

/**
 * `DELETE /models/:name`: removes a model and everything that is kept of it.
 *
 * @param context The request; `If-Match` is heeded.
 * @param desk The models.
 * @returns 204 without a body.
 */
export async function deleteModelRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  await desk.models.remove(model.name, takesAny(context) ? undefined : versionRule(context));
  return context.body(null, 204);
}
