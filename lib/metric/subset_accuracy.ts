import { average, type AverageState } from "./average.ts";
import { meanOverUnits } from "./mean_over_units.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The subset accuracy of labels that may come together, also called exact match: the share of predictions with every output
 * on the right side of 1/2.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { subsetAccuracy } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = subsetAccuracy();
 * const predictions = [
 *   { output: [0.9, 0.2, 0.7], target: [1, 0, 1] },
 *   { output: [0.1, 0.6, 0.3], target: [0, 1, 1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 / 2);
 * ```
 */
export function subsetAccuracy(): Metric<AverageState, Prediction> {
  const misses = (prediction: Prediction) => meanOverUnits(prediction, (a, y) => a > 0.5 === y > 0.5 ? 0 : 1);
  return average({ spec: { name: "subsetAccuracy" }, measure: (prediction) => misses(prediction) === 0 ? 1 : 0 });
}
