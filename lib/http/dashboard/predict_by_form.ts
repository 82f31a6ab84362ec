import { SampleError } from "../../feature/mod.ts";
import { describePrediction } from "../describe_prediction.ts";
import type { Fragment } from "../docs/fragment.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { outputForm } from "../output_form.ts";
import type { Limits } from "../read_limits.ts";
import { RequestError } from "../request_error.ts";
import { readInput } from "../sample/read_input.ts";
import { sampleRules } from "../sample/sample_rules.ts";
import { formFields } from "./form_fields.ts";
import { predictionAnswer, predictionProblem } from "./prediction_answer.ts";
import { readFormFeatures } from "./read_form_features.ts";

/**
 * Predicts what a form was filled in with. Changes nothing.
 *
 * @param model The model.
 * @param form What the form was filled in with.
 * @param limits What features may hold.
 * @returns What the model has predicted, or what is wrong with the features.
 */
export async function predictByForm(
  model: HostedModel,
  form: URLSearchParams,
  limits: Pick<Limits, "fields" | "textLength">,
): Promise<Fragment> {
  const head = await model.head();
  const { learner, state, version } = head;
  try {
    const features = readFormFeatures(form, formFields(learner, state));
    const input = readInput({ features }, sampleRules(learner, limits));
    const [output] = model.predict(head, [input]);
    return predictionAnswer(describePrediction(output, outputForm(learner, state)), version);
  } catch (error) {
    if (error instanceof SampleError || error instanceof RequestError) return predictionProblem(error.message);
    throw error;
  }
}
