import type { Context } from "../deps/hono.ts";
import { decodeLearner, SnapshotError } from "../format/mod.ts";
import type { LearnerDescription } from "../learner/mod.ts";
import { mediaType } from "./body/media_type.ts";
import { parseJson } from "./body/parse_json.ts";
import { readBody } from "./body/read_body.ts";
import { requireShallow } from "./body/require_shallow.ts";
import { describeModel } from "./describe_model.ts";
import type { Desk } from "./desk.ts";
import type { ModelSource } from "./hosted/model_directory.ts";
import { RequestError } from "./request_error.ts";
import { versionRule, versionTag } from "./version_rule.ts";

/**
 * `PUT /models/:name`: makes a model, or replaces what is there, from the description of a learner as JSON or from the bytes
 * of a snapshot. A model that was given in code takes only what is of its kind.
 *
 * @param context The request; `If-Match` and `If-None-Match` are heeded.
 * @param desk The models and limits.
 * @returns What the model is: 201 if it is new, or else 200.
 */
export async function putModelRoute(context: Context, desk: Desk): Promise<Response> {
  const name = context.req.param("name") ?? "";
  const source = await readSource(context, desk);
  const { model, created } = await desk.models.put(name, source, versionRule(context));
  const description = await describeModel(model);
  const headers = { etag: versionTag(description.version), location: `/models/${encodeURIComponent(name)}` };
  return context.json(description, created ? 201 : 200, headers);
}

async function readSource(context: Context, { limits }: Desk): Promise<ModelSource> {
  const type = mediaType(context, ["application/json", "application/octet-stream", "application/vnd.safetensors"]);
  const most = type === "application/json" ? limits.bodyBytes : limits.stateBytes;
  const bytes = await readBody(context.req.raw, { bytes: most, milliseconds: limits.bodyMilliseconds });
  if (type === "application/json") return { description: readDescription(new TextDecoder().decode(bytes)) };
  try {
    return decodeLearner(bytes);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new RequestError({ status: 422, title: "Unprocessable Content", detail: error.message });
  }
}

function readDescription(text: string): LearnerDescription {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const detail = "Cannot create model as its description must be an object: current value is another";
    throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
  }
  requireShallow(value);
  return value as LearnerDescription;
}
