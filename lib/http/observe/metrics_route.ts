import type { Context } from "../../deps/hono.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import type { Meter } from "./create_meter.ts";
import { modelFamilies } from "./model_families.ts";
import { metricsTypes, writeMetrics } from "./write_metrics.ts";

/**
 * `GET /metrics`: what Prometheus collects of the models, and of the requests to this instance. In the format of
 * OpenMetrics if the request accepts it.
 *
 * @param context The request.
 * @param models All models.
 * @param meter What this instance has counted.
 * @returns The metrics as text.
 */
export async function metricsRoute(context: Context, models: readonly HostedModel[], meter: Meter): Promise<Response> {
  const heads = await Promise.allSettled(models.map((model) => model.head()));
  const observed = models.map(({ name }, i) => {
    const head = heads[i];
    return { name, head: head.status === "fulfilled" ? head.value : undefined, work: meter.workOf(name) };
  });
  const format = /application\/openmetrics-text/i.test(context.req.header("accept") ?? "")
    ? "openMetrics"
    : "prometheus";
  const text = writeMetrics([...modelFamilies(observed), ...meter.families()], format);
  return context.body(text, 200, { "content-type": metricsTypes[format] });
}
