import { type ConfusionState, fromConfusion } from "./confusion.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The balanced accuracy: the mean over the classes that came true of the share of each that was predicted right, its recall
 * (Brodersen, Ong, Stephan and Buhmann, "The balanced accuracy and its posterior distribution", 2010).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { balancedAccuracy } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = balancedAccuracy();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), (1 / 2 + 1) / 2);
 * ```
 */
export function balancedAccuracy(): Metric<ConfusionState, Prediction> {
  return fromConfusion({ name: "balancedAccuracy" }, ({ matrix, targets }) => {
    const recalls = targets.flatMap((target, i) => target > 0 ? [matrix[i][i] / target] : []);
    return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  });
}
