import type { Context } from "../deps/hono.ts";
import { describeModel } from "./describe_model.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";

/**
 * `GET /models/:name`: what the model is and how much it has learned.
 *
 * @param context The request.
 * @param model The model it names.
 * @returns Name, version, number of samples learned, task, labels, optimizer and the shape of the network.
 */
export async function modelRoute(context: Context, model: HostedModel): Promise<Response> {
  return context.json(await describeModel(model));
}
