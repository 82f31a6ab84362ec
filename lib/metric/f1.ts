import { type ConfusionState, fromConfusion } from "./confusion.ts";
import { harmonicMean } from "./harmonic_mean.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * F1 of class 1: the harmonic mean of precision and recall, 2 t / (2 t + f + m) with t right predictions of the class, f
 * false ones and m misses; 0 where the class neither came true nor was predicted (van Rijsbergen, 1979).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { f1 } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = f1();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 4 / 5);
 * ```
 */
export function f1(): Metric<ConfusionState, Prediction> {
  return fromConfusion(
    { name: "f1" },
    ({ matrix, targets, outputs, total }) => total > 0 ? harmonicMean(matrix[1][1], targets[1] + outputs[1]) : NaN,
  );
}
