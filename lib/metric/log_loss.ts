import { log } from "../kernel/mod.ts";
import { average, type AverageState } from "./average.ts";
import { element } from "./element.ts";
import type { Metric, Prediction } from "./metric.ts";

/** How near to 0 and 1 a probability may come. */
const NEAREST = 1e-15;

/**
 * The logarithmic loss, the mean of -sum_j y_j ln p_j over the classes; of one output, of -(y ln p + (1 - y) ln(1 - p)). An
 * output is taken into [1e-15, 1 - 1e-15] first, so that one miss costs 34.5 at most; the outputs of a prediction are not
 * brought to the sum 1.
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { logLoss } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const metric = logLoss();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.5], target: [0] },
 * ];
 * assertAlmostEquals(metric.value(predictions.reduce(metric.update, metric.init())), -(Math.log(0.9) + Math.log(0.5)) / 2, 1e-15);
 * ```
 */
export function logLoss(): Metric<AverageState, Prediction> {
  return average({ spec: { name: "logLoss" }, measure: crossEntropy });
}

function crossEntropy({ output, target }: Prediction): number {
  if (output.length <= 1 && target.length <= 1) {
    const [p, y] = [clipped(element(output, 0)), element(target, 0)];
    return term(y, p) + term(1 - y, 1 - p);
  }
  let sum = 0;
  for (let j = 0; j < target.length; j++) sum += term(target[j], clipped(element(output, j)));
  return sum;
}

function term(share: number, probability: number): number {
  return share === 0 ? 0 : -share * log(probability);
}

function clipped(probability: number): number {
  return Math.min(Math.max(probability, NEAREST), 1 - NEAREST);
}
