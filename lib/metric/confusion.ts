import type { Spec } from "../plain/mod.ts";
import { classesOf } from "./classes_of.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";

/**
 * The state of the metrics that look at classes: the weights of the predictions, counted by target and by predicted class.
 * It grows as classes come up.
 */
export interface ConfusionState {
  /** A row for each target class, with a number for each predicted class; zeros at the end of a row may be missing. */
  readonly counts: readonly (readonly number[])[];
}

/** A confusion matrix with its sums. */
export interface Confusion {
  /** A row for each target class, with a number for each predicted class. Shape: (classes, classes). */
  readonly matrix: number[][];
  /** The sums of the rows: how much each class came true. Shape: (classes). */
  readonly targets: number[];
  /** The sums of the columns: how much each class was predicted. Shape: (classes). */
  readonly outputs: number[];
  /** The sum of everything. */
  readonly total: number;
  /** The sum of the diagonal: how much was right. */
  readonly hits: number;
}

/**
 * A metric that is a function of the confusion matrix. An update takes time and memory in the number of classes, not in its
 * square.
 *
 * @param spec Name and options of the metric.
 * @param score The function.
 * @returns The metric.
 */
export function fromConfusion<Value>(
  spec: Spec,
  score: (confusion: Confusion) => Value,
): Metric<ConfusionState, Prediction, Value> {
  return {
    spec,
    form: { counts: ["list", ["list", "number"]] },
    observation: predictionForm,
    init: () => ({ counts: [] }),
    update({ counts }, prediction) {
      const { output, target, count } = classesOf(prediction);
      const next = counts.slice();
      while (next.length < count) next.push([]);
      next[target] = added(next[target], output, prediction.weight ?? 1);
      return { counts: next };
    },
    value: ({ counts }) => score(summed(counts)),
    merge: (state, later) => ({ counts: merged(state.counts, later.counts) }),
    scale: ({ counts }, factor) => ({ counts: counts.map((row) => row.map((weight) => factor * weight)) }),
  };
}

/** The row with something added at one place. */
function added(row: readonly number[], place: number, weight: number): number[] {
  const next = row.slice();
  while (next.length <= place) next.push(0);
  next[place] += weight;
  return next;
}

function merged(a: ConfusionState["counts"], b: ConfusionState["counts"]): number[][] {
  const length = (left: ArrayLike<unknown> = [], right: ArrayLike<unknown> = []) => Math.max(left.length, right.length);
  return Array.from(
    { length: length(a, b) },
    (_, i) => Array.from({ length: length(a[i], b[i]) }, (_, j) => (a[i]?.[j] ?? 0) + (b[i]?.[j] ?? 0)),
  );
}

function summed(counts: ConfusionState["counts"]): Confusion {
  const classes = counts.length;
  const matrix = counts.map((row) => Array.from({ length: classes }, (_, j) => row[j] ?? 0));
  const targets = matrix.map(sum);
  const outputs = matrix.map((_, j) => sum(matrix.map((row) => row[j])));
  return { matrix, targets, outputs, total: sum(targets), hits: sum(matrix.map((row, i) => row[i])) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
