import { element } from "./element.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";

/** The state of {@linkcode r2}: sums over the predictions, one of each an output. */
export interface R2State {
  /** The sum of the weights. */
  readonly weight: number;
  /** The means of the targets. */
  readonly means: readonly number[];
  /** The sums of the squared distances of the targets from their means. */
  readonly squares: readonly number[];
  /** The sums of the squared errors. */
  readonly residuals: readonly number[];
}

/**
 * The coefficient of determination, R^2 = 1 - sum (y - a)^2 / sum (y - mean of y)^2: 1 at best, 0 for the mean of all
 * targets, and below 0 for what is worse. Of several outputs, the mean of theirs; 0 for an output whose targets are all the
 * same. The sums are taken in one pass (West, "Updating mean and variance estimates", 1979).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { r2 } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const metric = r2();
 * const predictions = [
 *   { output: [2.5], target: [3] },
 *   { output: [0], target: [-0.5] },
 *   { output: [2], target: [2] },
 *   { output: [8], target: [7] },
 * ];
 * assertAlmostEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 - 1.5 / 29.1875, 1e-15);
 * ```
 */
export function r2(): Metric<R2State, Prediction> {
  return {
    spec: { name: "r2" },
    form: {
      weight: "number",
      means: ["list", "number"],
      squares: ["list", "number"],
      residuals: ["list", "number"],
    },
    observation: predictionForm,
    init: () => ({ weight: 0, means: [], squares: [], residuals: [] }),
    update: (state, prediction) => merge(state, stateOf(prediction)),
    value({ weight, squares, residuals }) {
      if (!(weight > 0)) return NaN;
      const scores = squares.map((square, j) => square === 0 ? 0 : 1 - residuals[j] / square);
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    },
    merge,
    scale: ({ weight, means, squares, residuals }, factor) => ({
      weight: factor * weight,
      means,
      squares: squares.map((sum) => factor * sum),
      residuals: residuals.map((sum) => factor * sum),
    }),
  };
}

/** The state of one prediction. */
function stateOf({ output, target, weight = 1 }: Prediction): R2State {
  const units = Math.max(output.length, target.length);
  const means = Array.from({ length: units }, (_, j) => element(target, j));
  const residuals = means.map((y, j) => weight * (y - element(output, j)) * (y - element(output, j)));
  return { weight, means, squares: means.map(() => 0), residuals };
}

/** Both together (Chan, Golub and LeVeque, 1979). */
function merge(a: R2State, b: R2State): R2State {
  if (b.weight === 0) return a;
  const weight = a.weight + b.weight;
  const share = b.weight / weight;
  const places = Array.from({ length: Math.max(a.means.length, b.means.length) }, (_, j) => j);
  const sum = (x: readonly number[], y: readonly number[], j: number) => element(x, j) + element(y, j);
  const apart = places.map((j) => element(b.means, j) - element(a.means, j));
  return {
    weight,
    means: places.map((j) => element(a.means, j) + share * apart[j]),
    squares: places.map((j) => sum(a.squares, b.squares, j) + a.weight * share * apart[j] * apart[j]),
    residuals: places.map((j) => sum(a.residuals, b.residuals, j)),
  };
}
