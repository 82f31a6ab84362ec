import type { HostedModel } from "./hosted/hosted_model.ts";
import type { ModelDirectory } from "./hosted/model_directory.ts";
import { RequestError } from "./request_error.ts";

/**
 * The model that a request names.
 *
 * @param models The models.
 * @param name The name in the address.
 * @returns The model.
 * @throws {RequestError} 404 if there is none.
 */
export async function findModel(models: ModelDirectory, name = ""): Promise<HostedModel> {
  const model = await models.get(name);
  if (model !== undefined) return model;
  const shown = name.length <= 64 ? name : `${name.slice(0, 61)}...`;
  throw new RequestError({ status: 404, title: "Not Found", detail: `There is no model "${shown}"` });
}
