import type { Context } from "../deps/hono.ts";
import { type Features, SampleError } from "../feature/mod.ts";
import { describePrediction } from "./describe_prediction.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";
import type { PredictAnswer } from "./hosted/learn_request.ts";
import { readJson } from "./read_json.ts";

/**
 * `POST /models/:name/predict`: the prediction for `{ features }`, or one for each of an array of them. Changes nothing.
 *
 * @param context The request.
 * @param model The model it names.
 * @param most How many predictions it may ask for.
 * @returns The predictions, and the version of the model that made them.
 */
export async function predictRoute(context: Context, model: HostedModel, most: number): Promise<Response> {
  const { values, single } = await readJson(context, most);
  const { learner, outputs, version } = await predictAll(model, values, single);
  const predictions = outputs.map((output) => describePrediction(learner, output));
  return context.json(single ? { ...predictions[0], version } : { predictions, version });
}

/** Where the body is one input, its fields are named as they stand there. */
async function predictAll(model: HostedModel, values: readonly unknown[], single: boolean): Promise<PredictAnswer> {
  try {
    return await model.predict(values.map(featuresOf));
  } catch (error) {
    if (!single || !(error instanceof SampleError)) throw error;
    throw new SampleError({ field: error.field, rule: error.rule, value: error.value });
  }
}

function featuresOf(value: unknown, index: number): Features {
  if (typeof value === "object" && value !== null && "features" in value) return value.features as Features;
  throw new SampleError({ field: "sample", rule: "be an object with features", value, index });
}
