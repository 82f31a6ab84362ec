import type { Context } from "../deps/hono.ts";
import { readJson } from "./body/read_json.ts";
import { describeOutcome } from "./describe_outcome.ts";
import { describeSummary } from "./describe_summary.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { outputForm } from "./output_form.ts";
import { readIdempotency } from "./read_idempotency.ts";
import { RequestError } from "./request_error.ts";
import { nameField } from "./sample/name_field.ts";
import { readAll } from "./sample/read_all.ts";
import { readLabel } from "./sample/read_label.ts";

/**
 * `POST /models/:name/label`: learns what came true of predictions that were asked for with `?remember=1`, each once.
 *
 * A label by itself, `{ id, target, weight? }`, is answered with 404 if its prediction is not known or not any more, and
 * with 409 if it was labelled before. Of an array each label is for itself: those that can be used are learned.
 *
 * @param context The request.
 * @param desk The models and limits.
 * @returns How many labels were learned, their mean cost, the new version, and what has become of each.
 */
export async function labelRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const { values, single, text } = await readJson(context, desk.limits);
  const idempotency = await readIdempotency(context, text);
  const labels = readAll(values, single, readLabel);
  const answer = await model.label({
    labels,
    atomic: single,
    bytes: text.length,
    ...idempotency === undefined ? {} : { idempotency },
  }).catch(nameField(single));
  if (single && answer.learned === 0 && answer.duplicates === 1) {
    const detail = "Cannot learn the label as its prediction must have none yet: current value has been learned before";
    throw new RequestError({ status: 409, title: "Conflict", detail });
  }
  const form = outputForm(answer.learner, (await model.head()).state);
  return context.json({
    ...describeSummary(answer),
    ...answer.replayed ? { replayed: true } : {
      results: labels.map(({ id }, i) => ({ id, ...describeOutcome(answer.outcome(i), form) })),
    },
  });
}
