import type { Metric } from "./metric.ts";

/** Options of {@linkcode fading}. */
export interface FadingOptions {
  /** What all earlier weights are multiplied by at each observation: a number above 0, and 1 at most. */
  readonly factor: number;
}

/**
 * A metric whose observations fade: before each update the sums of the metric are multiplied by the factor, so that an
 * observation i steps back counts factor^i of its weight (Gama, Sebastiao and Rodrigues, "On evaluating stream learning
 * algorithms", 2013). It looks back over about 1 / (1 - factor) observations, and remembers none. An update takes time
 * in the size of the metric's state.
 *
 * @typeParam State What the metric remembers.
 * @typeParam Observation What it scores.
 * @typeParam Value The score.
 * @param metric The metric; it must have `scale`.
 * @param options The factor.
 * @returns The metric.
 * @throws {RangeError} If the factor is not above 0 and 1 at most.
 * @throws {TypeError} If the metric has no `scale`.
 *
 * @example Usage
 * ```ts
 * import { accuracy, fading } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = fading(accuracy(), { factor: 0.5 });
 * const predictions = [{ output: [0.9], target: [1] }, { output: [0.6], target: [0] }];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 0.5 / 1.5);
 * ```
 */
export function fading<State, Observation, Value = number>(
  metric: Metric<State, Observation, Value>,
  { factor }: FadingOptions,
): Metric<State, Observation, Value> {
  const { scale } = metric;
  if (!(typeof factor === "number" && factor > 0 && factor <= 1)) {
    throw new RangeError(
      `Cannot create fading as factor must be a number above 0, and 1 at most: current value is ${factor}`,
    );
  }
  if (scale === undefined) {
    throw new TypeError(`Cannot create fading as metric must have scale: current value is ${metric.spec.name}`);
  }
  return {
    spec: { name: "fading", metric: metric.spec, factor },
    form: metric.form,
    observation: metric.observation,
    init: () => metric.init(),
    update: (state, observation) => metric.update(scale(state, factor), observation),
    value: (state) => metric.value(state),
  };
}
