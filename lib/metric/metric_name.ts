import type { Spec } from "../plain/mod.ts";

/**
 * What a metric is called among others: its name, and in front of it what wraps it.
 *
 * @param spec The spec of the metric.
 * @returns The name, in camel case.
 *
 * @example Usage
 * ```ts
 * import { accuracy, metricName, rolling } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(metricName(rolling(accuracy(), { window: 100 }).spec), "rollingAccuracy");
 * ```
 */
export function metricName({ name, metric }: Spec): string {
  if (typeof metric !== "object" || metric === null) return name;
  const inner = metricName(metric as Spec);
  return name + inner.charAt(0).toUpperCase() + inner.slice(1);
}
