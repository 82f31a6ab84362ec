import type { Context } from "../deps/hono.ts";
import { type Features, SampleError } from "../feature/mod.ts";
import type { LearnerState } from "../learner/mod.ts";
import { describePrediction, type Prediction } from "./describe_prediction.ts";
import type { HostedModel } from "./hosted_model.ts";
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
  const { state, version = null } = await model.head();
  const predictions = values.map((value, i) => predict(model, state, value, single ? undefined : i));
  return context.json(single ? { ...predictions[0], version } : { predictions, version });
}

function predict({ learner }: HostedModel, state: LearnerState, value: unknown, index: number | undefined): Prediction {
  try {
    const features = featuresOf(value);
    const output = learner.predictOne(state, features);
    if (output.every(Number.isFinite)) return describePrediction(learner, output);
    throw new SampleError({ field: "features", rule: "be small enough for a finite output", value: features });
  } catch (error) {
    throw error instanceof SampleError && index !== undefined ? error.at(index) : error;
  }
}

function featuresOf(value: unknown): Features {
  if (typeof value === "object" && value !== null && "features" in value) return value.features as Features;
  throw new SampleError({ field: "sample", rule: "be an object with features", value });
}
