import type { Context } from "../../deps/hono.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { featuresOfTensors } from "./features_of_tensors.ts";
import { inferAnswer } from "./infer_answer.ts";
import { openVersion } from "./open_version.ts";
import { outputTensors } from "./output_tensors.ts";
import { predictBy } from "./predict_by.ts";
import { readInferRequest } from "./read_infer_request.ts";

/**
 * `POST /v2/models/:name/infer`, and the same under `/versions/:version`: predicts as the Open Inference Protocol has it.
 * Changes nothing.
 *
 * @param context The request.
 * @param model The model it names.
 * @param most How many samples it may hold.
 * @returns The outputs, the version that has predicted, and the `id` of the request.
 */
export async function inferRoute(context: Context, model: HostedModel, most: number): Promise<Response> {
  const request = await readInferRequest(context, most);
  const features = featuresOfTensors(request.inputs);
  const named = context.req.param("version");
  const source = named === undefined ? undefined : await openVersion(model, named);
  const { learner, version, outputs } = source === undefined
    ? await model.predict(features)
    : { ...source, outputs: predictBy(source, features) };
  return inferAnswer(request, outputTensors(learner, outputs), { model: model.name, version });
}
