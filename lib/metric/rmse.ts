import { average, type AverageState } from "./average.ts";
import { meanOverUnits } from "./mean_over_units.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The root mean squared error, the square root of the mean of (y - a)^2; of several outputs, the mean is taken over them too,
 * before the root.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { rmse } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = rmse();
 * const predictions = [
 *   { output: [2.5], target: [3] },
 *   { output: [0], target: [-0.5] },
 *   { output: [2], target: [2] },
 *   { output: [8], target: [7] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), Math.sqrt(1.5 / 4));
 * ```
 */
export function rmse(): Metric<AverageState, Prediction> {
  const measure = (prediction: Prediction) => meanOverUnits(prediction, (a, y) => (y - a) * (y - a));
  return average({ spec: { name: "rmse" }, measure, finish: Math.sqrt });
}
