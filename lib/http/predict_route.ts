import type { Context } from "../deps/hono.ts";
import type { BoundedList } from "./body/bounded_list.ts";
import { readJson } from "./body/read_json.ts";
import { readValues } from "./body/read_values.ts";
import { describePrediction } from "./describe_prediction.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import type { RememberAnswer } from "./hosted/learn_request.ts";
import { outputForm } from "./output_form.ts";
import { readFlag } from "./read_flag.ts";
import { nameField } from "./sample/name_field.ts";
import { readAll } from "./sample/read_all.ts";
import { readInput } from "./sample/read_input.ts";
import { sampleRules } from "./sample/sample_rules.ts";

/**
 * `POST /models/:name/predict`: the prediction for `{ features }`, or one for each of an array of them. Changes nothing,
 * unless `?remember=1` asks for ids: then each prediction is kept until `POST /models/:name/label` tells what came true.
 *
 * @param context The request.
 * @param desk The models and limits.
 * @returns The predictions, and the version of the model that made them.
 */
export async function predictRoute(context: Context, desk: Desk): Promise<Response> {
  const name = context.req.param("name")!;
  const model = desk.models.given(name) ?? await findModel(desk.models, name); // the first is there at once
  const remember = readFlag(context, "remember");
  const read: BoundedList & { text?: string } = await (remember ? readJson : readValues)(context, desk.limits);
  const { values, single, text } = read;
  const head = model.known() ?? await model.head();
  const rules = sampleRules(head.learner, desk.limits);
  const inputs = readAll(values, single, (value) => readInput(value, rules));
  let predicted: Predicted;
  try {
    predicted = remember
      ? await model.remember(inputs, text?.length)
      : { learner: head.learner, version: head.version, outputs: model.predict(head, inputs) };
  } catch (error) {
    return nameField(single)(error);
  }
  const { learner, version, outputs, ids } = predicted;
  const form = outputForm(learner, head.state);
  const predictions = outputs.map((output, i) => {
    const prediction = describePrediction(output, form);
    return ids === undefined ? prediction : { id: ids[i], ...prediction };
  });
  return context.json(single ? { ...predictions[0], version } : { predictions, version });
}

type Predicted = Omit<RememberAnswer, "ids"> & Partial<RememberAnswer>;
