import { element } from "./element.ts";
import type { Prediction } from "./metric.ts";

/**
 * The mean over the outputs of a prediction of what is measured of each.
 *
 * @param prediction The prediction; the shorter of its vectors goes on with zeros.
 * @param measure What is measured of an output and its target.
 * @returns The mean; 0 if there is no output.
 */
export function meanOverUnits(prediction: Prediction, measure: (output: number, target: number) => number): number {
  const { output, target } = prediction;
  const units = Math.max(output.length, target.length);
  let sum = 0;
  for (let j = 0; j < units; j++) sum += measure(element(output, j), element(target, j));
  return units === 0 ? 0 : sum / units;
}
