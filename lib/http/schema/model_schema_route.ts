import type { Context } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { findModel } from "../find_model.ts";
import { modelSchema } from "./model_schema.ts";

/**
 * `GET /models/:name/schema`: what the model takes, as JSON Schemas.
 *
 * @param context The request.
 * @param desk The models.
 * @returns The schemas of a sample, an input and a label.
 */
export async function modelSchemaRoute(context: Context, desk: Desk): Promise<Response> {
  const { learner, state } = await (await findModel(desk.models, context.req.param("name"))).head();
  return context.json(modelSchema(learner, state));
}
