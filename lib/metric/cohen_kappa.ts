import { type ConfusionState, fromConfusion } from "./confusion.ts";
import { kappa } from "./kappa.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * Cohen's kappa: 1 - (1 - p) / (1 - e), where p is the accuracy and e that of predictions drawn by chance in the same
 * frequencies; 0 where all targets and predictions are of one class (Cohen, "A coefficient of agreement for nominal scales",
 * 1960).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { cohenKappa } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = cohenKappa();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 - (1 - 3 / 4) / (1 - 1 / 2));
 * ```
 */
export function cohenKappa(): Metric<ConfusionState, Prediction> {
  return fromConfusion({ name: "cohenKappa" }, ({ targets, outputs, hits, total }) => {
    const expected = targets.reduce((sum, target, i) => sum + target / total * (outputs[i] / total), 0);
    return total > 0 ? kappa(hits / total, expected) : NaN;
  });
}
