import { classesOf } from "./classes_of.ts";
import { kappa } from "./kappa.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";

/** The state of {@linkcode kappaT}. */
export interface KappaTState {
  /** The sum of the weights. */
  readonly weight: number;
  /** How much was predicted right. */
  readonly hits: number;
  /** How much was of the class that came true just before, the first prediction left out. */
  readonly repeats: number;
  /** The class that came true first, and its weight. */
  readonly first: { readonly target: number; readonly weight: number } | null;
  /** The class that came true last. */
  readonly last: number;
}

/**
 * Kappa temporal: 1 - (1 - p) / (1 - r), where p is the accuracy and r that of the no-change classifier, which predicts the
 * class that came true last, and class 0 at first. Below 0 it would be better to learn nothing; 0 where neither errs
 * (Zliobaite, Bifet, Read, Pfahringer and Holmes, "Evaluation methods and decision theory for classification of streaming
 * data with temporal dependence", 2015).
 *
 * @returns The metric.
 *
 * @example Usage
 * ```ts
 * import { kappaT } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = kappaT();
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.2], target: [0] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 - (1 / 4) / (3 / 4)); // no change is right once
 * ```
 */
export function kappaT(): Metric<KappaTState, Prediction> {
  return {
    spec: { name: "kappaT" },
    form: {
      weight: "number",
      hits: "number",
      repeats: "number",
      first: ["maybe", { target: "count", weight: "number" }],
      last: "count",
    },
    observation: predictionForm,
    init: () => ({ weight: 0, hits: 0, repeats: 0, first: null, last: 0 }),
    update: (state, prediction) => merge(state, stateOf(prediction)),
    value({ weight, hits, repeats, first }) {
      const start = first !== null && first.target === 0 ? first.weight : 0;
      return kappa(hits / weight, (start + repeats) / weight);
    },
    merge,
    scale: ({ weight, hits, repeats, first, last }, factor) => ({
      weight: factor * weight,
      hits: factor * hits,
      repeats: factor * repeats,
      first: first === null ? null : { target: first.target, weight: factor * first.weight },
      last,
    }),
  };
}

/** The state of one prediction. */
function stateOf(prediction: Prediction): KappaTState {
  const { output, target } = classesOf(prediction);
  const { weight = 1 } = prediction;
  return { weight, hits: output === target ? weight : 0, repeats: 0, first: { target, weight }, last: target };
}

function merge(state: KappaTState, later: KappaTState): KappaTState {
  if (later.first === null) return state;
  if (state.first === null) return later;
  return {
    weight: state.weight + later.weight,
    hits: state.hits + later.hits,
    repeats: state.repeats + later.repeats + (later.first.target === state.last ? later.first.weight : 0),
    first: state.first,
    last: later.last,
  };
}
