import { average, type AverageState } from "./average.ts";
import { meanOverUnits } from "./mean_over_units.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The mean absolute error, the mean of |y - a|; of several outputs, the mean over them.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { mae } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = mae();
 * const predictions = [
 *   { output: [2.5], target: [3] },
 *   { output: [0], target: [-0.5] },
 *   { output: [2], target: [2] },
 *   { output: [8], target: [7] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 0.5);
 * ```
 */
export function mae(): Metric<AverageState, Prediction> {
  const measure = (prediction: Prediction) => meanOverUnits(prediction, (a, y) => Math.abs(y - a));
  return average({ spec: { name: "mae" }, measure });
}
