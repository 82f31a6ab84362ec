import { type ConfusionState, fromConfusion } from "./confusion.ts";
import type { Metric, Prediction } from "./metric.ts";

/**
 * Matthews' correlation coefficient in its form for any number of classes: with t_k how often class k came true, o_k how
 * often it was predicted, c right ones of s in all, (c s - sum_k t_k o_k) / sqrt((s^2 - sum_k o_k^2) (s^2 - sum_k t_k^2)); 0
 * where targets or predictions are all of one class (Matthews, 1975; Gorodkin, "Comparing two K-category assignments by a
 * K-category correlation coefficient", 2004).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { mcc } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const metric = mcc();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertAlmostEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 / Math.sqrt(3), 1e-15);
 * ```
 */
export function mcc(): Metric<ConfusionState, Prediction> {
  return fromConfusion({ name: "mcc" }, ({ targets, outputs, hits, total }) => {
    // In shares, so that squares of large sums keep their digits.
    const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x / total * (b[k] / total), 0);
    const divisor = (1 - dot(outputs, outputs)) * (1 - dot(targets, targets));
    if (!(total > 0)) return NaN;
    return divisor === 0 ? 0 : (hits / total - dot(targets, outputs)) / Math.sqrt(divisor);
  });
}
