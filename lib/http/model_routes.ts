import type { Context } from "../deps/hono.ts";
import { encodeLearner } from "../format/mod.ts";
import type { HostedModel } from "./hosted_model.ts";

/**
 * `GET /models`: the models that are served.
 *
 * @param context The request.
 * @param models All models.
 * @returns What `GET /models/:name` tells of each.
 */
export async function modelsRoute(context: Context, models: Iterable<HostedModel>): Promise<Response> {
  return context.json({ models: await Promise.all(Array.from(models, describe)) });
}

/**
 * `GET /models/:name`: what the model is and how much it has learned.
 *
 * @param context The request.
 * @param model The model it names.
 * @returns Name, version, number of samples learned, shape of the network, task, labels and optimizer.
 */
export async function modelRoute(context: Context, model: HostedModel): Promise<Response> {
  return context.json(await describe(model));
}

/**
 * `GET /models/:name/snapshot`: everything the model has learned, as a safetensors file. The version is its entity tag.
 *
 * @param context The request.
 * @param model The model it names.
 * @returns The file, or 304 if the client has this version.
 */
export async function snapshotRoute(context: Context, model: HostedModel): Promise<Response> {
  const { state, version } = await model.head();
  const etag = `"${version ?? "new"}"`;
  if (context.req.header("if-none-match") === etag) return context.body(null, 304, { etag });
  const bytes = encodeLearner(model.learner, state) as Uint8Array<ArrayBuffer>;
  const name = encodeURIComponent(`${model.name}.safetensors`);
  return context.body(bytes, 200, {
    etag,
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  });
}

async function describe({ name, learner, head }: HostedModel) {
  const { state: { network, samples }, version = null } = await head();
  const { task, labels, optimizer } = learner.description;
  return {
    name,
    version,
    samples,
    task,
    labels,
    optimizer,
    network: {
      inputs: network.inputs,
      layers: network.layers.map(({ units, activation }) => ({ units, activation })),
      cost: network.cost,
      parameters: network.parameters.length,
    },
  };
}
