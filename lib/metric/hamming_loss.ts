import { average, type AverageState } from "./average.ts";
import { meanOverUnits } from "./mean_over_units.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The Hamming loss of labels that may come together: the share of outputs on the wrong side of 1/2 (Schapire and Singer,
 * "BoosTexter", 2000).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { hammingLoss } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = hammingLoss();
 * const predictions = [
 *   { output: [0.9, 0.2, 0.7], target: [1, 0, 1] },
 *   { output: [0.1, 0.6, 0.3], target: [0, 1, 1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), (0 / 3 + 1 / 3) / 2);
 * ```
 */
export function hammingLoss(): Metric<AverageState, Prediction> {
  const measure = (prediction: Prediction) => meanOverUnits(prediction, (a, y) => a > 0.5 === y > 0.5 ? 0 : 1);
  return average({ spec: { name: "hammingLoss" }, measure });
}
