import { average, type AverageState } from "./average.ts";
import { classesOf } from "./classes_of.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * The accuracy: the share of predictions whose class is that of the target. The class is the place of the largest output;
 * for one output 1 above 1/2.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { accuracy } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = accuracy();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 3 / 4);
 * ```
 */
export function accuracy(): Metric<AverageState, Prediction> {
  const measure = (prediction: Prediction) => {
    const { output, target } = classesOf(prediction);
    return output === target ? 1 : 0;
  };
  return average({ spec: { name: "accuracy" }, measure });
}
