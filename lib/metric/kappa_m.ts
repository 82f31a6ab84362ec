import { type ConfusionState, fromConfusion } from "./confusion.ts";
import { kappa } from "./kappa.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * Kappa M: 1 - (1 - p) / (1 - m), where p is the accuracy and m that of the majority class, which is the share of the most
 * frequent class among the targets; 0 where there is one class only and it is always predicted (Bifet, de Francisci Morales,
 * Read, Holmes and Pfahringer, "Efficient online evaluation of big data stream classifiers", 2015).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { kappaM } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = kappaM();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 - (1 / 4) / (1 / 2));
 * ```
 */
export function kappaM(): Metric<ConfusionState, Prediction> {
  return fromConfusion({ name: "kappaM" }, ({ targets, hits, total }) => {
    const most = targets.reduce((most, target) => Math.max(most, target), 0);
    return kappa(hits / total, most / total);
  });
}
