import { type ConfusionState, fromConfusion } from "./confusion.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The confusion matrix: a row for each class that came true, with the weights of its predictions by predicted class. It
 * grows as classes come up, and has no rows before the first prediction.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { confusionMatrix } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = confusionMatrix();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), [[1, 1], [0, 2]]);
 * ```
 */
export function confusionMatrix(): Metric<ConfusionState, Prediction, number[][]> {
  return fromConfusion({ name: "confusionMatrix" }, ({ matrix }) => matrix);
}
