import type { Context } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { findModel } from "../find_model.ts";
import { outputForm } from "../output_form.ts";
import { fieldNames } from "./field_names.ts";
import { featuresOfTensors } from "./features_of_tensors.ts";
import { inferAnswer } from "./infer_answer.ts";
import { openVersion } from "./open_version.ts";
import { outputTensors } from "./output_tensors.ts";
import { readInferRequest } from "./read_infer_request.ts";

/**
 * `POST /v2/models/:name/infer`, and the same under `/versions/:version`: predicts as the Open Inference Protocol has it.
 * Changes nothing.
 *
 * @param context The request.
 * @param desk The models and limits.
 * @returns The outputs, the version that has predicted, and the `id` of the request.
 */
export async function inferRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const request = await readInferRequest(context, desk.limits);
  const named = context.req.param("version");
  const source = await (named === undefined ? model.head() : openVersion(model, named));
  const { learner, state } = source;
  const fields = fieldNames(learner, state, request.inputs.map(({ name }) => name));
  const features = featuresOfTensors(request.inputs, fields);
  const outputs = outputTensors(outputForm(learner, state), model.predict(source, features));
  return inferAnswer(request, outputs, { model: model.name, version: source.version });
}
