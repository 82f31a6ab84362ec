import type { Context } from "../deps/hono.ts";
import { describeModel } from "./describe_model.ts";
import type { Desk } from "./desk.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";
import { toProblem } from "./to_problem.ts";

/**
 * `GET /models`: the models that are served.
 *
 * @param context The request.
 * @param desk The models.
 * @returns What `GET /models/:name` tells of each; of one that cannot be read its name and the `problem`.
 */
export async function modelsRoute(context: Context, desk: Desk): Promise<Response> {
  const describe = async (model: HostedModel) => {
    try {
      return await describeModel(model);
    } catch (error) {
      const { response, internal } = toProblem(error, context.get("requestId"));
      if (internal) desk.report(error);
      return response.status === 404 ? undefined : { name: model.name, problem: await response.json() };
    }
  };
  const models = await Promise.all((await desk.models.list()).map(describe));
  return context.json({ models: models.filter((model) => model !== undefined) }); // one may be removed meanwhile
}
