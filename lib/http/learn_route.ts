import type { Context } from "../deps/hono.ts";
import { mediaType } from "./body/media_type.ts";
import { readJson } from "./body/read_json.ts";
import { describeOutcome } from "./describe_outcome.ts";
import { describeSummary } from "./describe_summary.ts";
import type { Desk } from "./desk.ts";
import { findModel } from "./find_model.ts";
import { learnStream } from "./learn_stream.ts";
import { outputForm } from "./output_form.ts";
import { readIdempotency } from "./read_idempotency.ts";
import { nameField } from "./sample/name_field.ts";
import { readAll } from "./sample/read_all.ts";
import { readSample } from "./sample/read_sample.ts";
import { sampleRules } from "./sample/sample_rules.ts";

/**
 * `POST /models/:name/learn`: predicts each sample of the body, scores it and learns it.
 *
 * Of JSON, one sample or an array, either all samples are learned or, if one cannot be used, none; the answer comes when
 * that is durable. NDJSON and CSV are learned while they arrive, see {@linkcode learnStream}. With the header
 * `Idempotency-Key` the same request is not done twice, and a sample with an `id` is not learned twice.
 *
 * @param context The request.
 * @param desk The models and limits.
 * @returns How many samples were learned, their mean cost, the new version, and what has become of each.
 */
export async function learnRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const type = mediaType(context, ["application/json", "application/x-ndjson", "text/csv"]);
  if (type !== "application/json") return await learnStream(context, { desk, model, type });
  const { values, single, text } = await readJson(context, desk.limits);
  const idempotency = await readIdempotency(context, text);
  const { learner } = await model.head();
  const rules = sampleRules(learner, desk.limits);
  const samples = readAll(values, single, (value) => readSample(value, rules));
  const answer = await model.learn({
    samples,
    bytes: text.length,
    ...idempotency === undefined ? {} : { idempotency },
  }).catch(nameField(single));
  const form = outputForm(answer.learner, (await model.head()).state);
  return context.json({
    ...describeSummary(answer),
    ...answer.replayed ? { replayed: true } : {
      results: samples.map((_sample, i) => describeOutcome(answer.outcome(i), form)),
    },
  });
}
