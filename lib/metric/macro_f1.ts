import { type ConfusionState, fromConfusion } from "./confusion.ts";
import { element } from "./element.ts";
import { harmonicMean } from "./harmonic_mean.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";

/** Options of {@linkcode macroF1}. */
export interface MacroF1Options {
  /**
   * Whether the outputs are labels that may come together, and not classes of which one comes true.
   *
   * @default {false}
   */
  readonly multilabel?: boolean;
}

/** The state of {@linkcode macroF1} over labels that may come together: sums of weights, one of each a label. */
export interface LabelCounts {
  /** How much of each label was predicted right. */
  readonly hits: readonly number[];
  /** How much of each came true. */
  readonly targets: readonly number[];
  /** How much of each was predicted. */
  readonly outputs: readonly number[];
}

/**
 * The macro F1: the mean of the F1 of each class, over the classes that came true or were predicted; of labels that may come
 * together, each above 1/2, over all labels.
 *
 * @param options Whether labels may come together.
 * @returns The metric.
 * @throws {TypeError} If `multilabel` is not a boolean.
 *
 * @example Usage
 * ```ts
 * import { macroF1 } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = macroF1();
 * const predictions = [
 *   { output: [0.7, 0.2, 0.1], target: [1, 0, 0] },
 *   { output: [0.5, 0.3, 0.2], target: [0, 1, 0] },
 *   { output: [0.1, 0.2, 0.7], target: [0, 0, 1] },
 *   { output: [0.3, 0.2, 0.5], target: [0, 0, 1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), (2 / 3 + 0 + 1) / 3);
 * ```
 */
export function macroF1(
  { multilabel = false }: MacroF1Options = {},
): Metric<ConfusionState | LabelCounts, Prediction> {
  if (typeof multilabel !== "boolean") {
    throw new TypeError(
      `Cannot create macroF1 as multilabel must be true or false: current value is ${JSON.stringify(multilabel)}`,
    );
  }
  return multilabel ? overLabels() : overClasses();
}

function overClasses(): Metric<ConfusionState, Prediction> {
  return fromConfusion({ name: "macroF1", multilabel: false }, ({ matrix, targets, outputs }) => {
    const sides = targets.map((target, i) => target + outputs[i]);
    return meanOf(sides.flatMap((side, i) => side > 0 ? [harmonicMean(matrix[i][i], side)] : []));
  });
}

function overLabels(): Metric<LabelCounts, Prediction> {
  return {
    spec: { name: "macroF1", multilabel: true },
    form: { hits: ["list", "number"], targets: ["list", "number"], outputs: ["list", "number"] },
    observation: predictionForm,
    init: () => ({ hits: [], targets: [], outputs: [] }),
    update: (state, prediction) => sumOf(state, countsOf(prediction)),
    value: ({ hits, targets, outputs }) => meanOf(hits.map((hit, j) => harmonicMean(hit, targets[j] + outputs[j]))),
    merge: sumOf,
    scale({ hits, targets, outputs }, factor) {
      const scaled = (sums: readonly number[]) => sums.map((sum) => factor * sum);
      return { hits: scaled(hits), targets: scaled(targets), outputs: scaled(outputs) };
    },
  };
}

/** The counts of one prediction. */
function countsOf({ output, target, weight = 1 }: Prediction): LabelCounts {
  const places = Array.from({ length: Math.max(output.length, target.length) }, (_, j) => j);
  const outputs = places.map((j) => element(output, j) > 0.5 ? weight : 0);
  const targets = places.map((j) => element(target, j) > 0.5 ? weight : 0);
  return { hits: places.map((j) => Math.min(outputs[j], targets[j])), targets, outputs };
}

function sumOf(a: LabelCounts, b: LabelCounts): LabelCounts {
  const labels = Math.max(a.hits.length, b.hits.length);
  const add = (x: readonly number[], y: readonly number[]) =>
    Array.from({ length: labels }, (_, j) => element(x, j) + element(y, j));
  return { hits: add(a.hits, b.hits), targets: add(a.targets, b.targets), outputs: add(a.outputs, b.outputs) };
}

function meanOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
