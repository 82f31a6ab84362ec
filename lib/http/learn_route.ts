import type { Context } from "../deps/hono.ts";
import { type Sample, SampleError } from "../feature/mod.ts";
import { describePrediction } from "./describe_prediction.ts";
import type { HostedModel } from "./hosted_model.ts";
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
  const { outputs, costs, version } = await learnAll(model, values as Sample[], single);
  const units = outputs.length / values.length;
  return context.json({
    samples: values.length,
    cost: costs.reduce((sum, cost) => sum + cost, 0) / values.length,
    version,
    results: Array.from(costs, (cost, i) => ({
      ...describePrediction(model.learner, outputs.subarray(i * units, (i + 1) * units)),
      cost,
    })),
  });
}

/** Where the body is one sample, its fields are named as they stand there. */
async function learnAll(model: HostedModel, samples: readonly Sample[], single: boolean) {
  try {
    return await model.learn(samples);
  } catch (error) {
    if (!single || !(error instanceof SampleError)) throw error;
    throw new SampleError({ field: error.field, rule: error.rule, value: error.value });
  }
}
