import type { Context } from "../deps/hono.ts";
import { type Sample, SampleError } from "../feature/mod.ts";
import { describePrediction } from "./describe_prediction.ts";
import type { HostedModel } from "./hosted/hosted_model.ts";
import type { LearnAnswer } from "./hosted/learn_request.ts";
import { readJson } from "./read_json.ts";

/**
 * `POST /models/:name/learn`: predicts each sample of the body, scores it, learns it, and answers when that is durable.
 * Either all samples are learned or, if one cannot be used, none.
 *
 * @param context The request.
 * @param model The model it names.
 * @param most How many samples it may hold.
 * @returns How many samples were learned, their mean cost, the new version, and each prediction with its cost.
 */
export async function learnRoute(context: Context, model: HostedModel, most: number): Promise<Response> {
  const { values, single } = await readJson(context, most);
  const answer = await learnAll(model, values as Sample[], single);
  const { learned: samples, cost, version } = answer;
  return context.json({ samples, cost, version, results: values.map((_, i) => resultAt(answer, i)) });
}

function resultAt({ learner, outcome }: LearnAnswer, index: number): unknown {
  const result = outcome(index)!;
  if (result.status !== "learned") return { status: result.status };
  return { ...describePrediction(learner, result.output), cost: result.cost };
}

/** Where the body is one sample, its fields are named as they stand there. */
async function learnAll(model: HostedModel, samples: readonly Sample[], single: boolean) {
  try {
    return await model.learn({ samples });
  } catch (error) {
    if (!single || !(error instanceof SampleError)) throw error;
    throw new SampleError({ field: error.field, rule: error.rule, value: error.value });
  }
}
