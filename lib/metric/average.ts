import type { Spec } from "../plain/mod.ts";
import type { Metric, Prediction } from "./metric.ts";
import { predictionForm } from "./prediction_form.ts";

/** The state of a metric that is a weighted mean over predictions. */
export interface AverageState {
  /** The sum of the weights. */
  readonly weight: number;
  /** The weighted sum of what is measured. */
  readonly sum: number;
}

/** A weighted mean to be made into a metric. */
export interface AverageOptions {
  /** Name and options of the metric. */
  readonly spec: Spec;
  /** What is measured of one prediction. */
  readonly measure: (prediction: Prediction) => number;
  /** What is made of the mean. By default the mean itself. */
  readonly finish?: (mean: number) => number;
}

/**
 * A metric that is a weighted mean over predictions. Sums of whole numbers stay exact.
 *
 * @param options What is measured.
 * @returns The metric.
 */
export function average({ spec, measure, finish = (mean) => mean }: AverageOptions): Metric<AverageState, Prediction> {
  return {
    spec,
    form: { weight: "number", sum: "number" },
    observation: predictionForm,
    init: () => ({ weight: 0, sum: 0 }),
    update({ weight, sum }, prediction) {
      const { weight: own = 1 } = prediction;
      return own === 0 ? { weight, sum } : { weight: weight + own, sum: sum + own * measure(prediction) };
    },
    value: ({ weight, sum }) => finish(sum / weight),
    merge: (state, later) => ({ weight: state.weight + later.weight, sum: state.sum + later.sum }),
    scale: ({ weight, sum }, factor) => ({ weight: factor * weight, sum: factor * sum }),
  };
}
