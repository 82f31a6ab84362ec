import type { Metric, Prediction } from "./metric.ts";
import { requireWhole } from "./require_whole.ts";

/** Options of {@linkcode rolling}. */
export interface RollingOptions {
  /** How many observations count: a whole number above 0. */
  readonly window: number;
}

/** A full block of the window of {@linkcode rolling}. */
export interface RollingBlock<State, Observation> {
  /** The 32 observations. */
  readonly observations: readonly Observation[];
  /** The state of the metric after these alone. */
  readonly state: State;
}

/** The state of {@linkcode rolling}: the newest observations, in blocks that never change. */
export interface RollingState<State, Observation> {
  /** The full blocks, the oldest first. */
  readonly blocks: readonly RollingBlock<State, Observation>[];
  /** The newest observations, which do not fill a block yet. */
  readonly newest: readonly Observation[];
}

const BLOCK = 32;

/**
 * A metric of the newest observations alone: what the metric would be if there had been no others.
 *
 * An update copies up to 32 observations, however long the window is. To read the value takes the blocks of the window
 * together, of which each has its own state; as nothing is ever subtracted, rounding errors do not pile up, and what is
 * not finite is forgotten when it has left the window.
 *
 * @typeParam State What the metric remembers.
 * @typeParam Observation What it scores.
 * @typeParam Value The score.
 * @param metric The metric; it must have `merge`.
 * @param options How many observations count.
 * @returns The metric.
 * @throws {RangeError} If the window is not a whole number above 0.
 * @throws {TypeError} If the metric has no `merge`.
 *
 * @example Usage
 * ```ts
 * import { accuracy, rolling } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const metric = rolling(accuracy(), { window: 2 });
 * const predictions = [
 *   { output: [0.9], target: [1] },
 *   { output: [0.6], target: [0] },
 *   { output: [0.7], target: [1] },
 * ];
 * assertEquals(metric.value(predictions.reduce(metric.update, metric.init())), 1 / 2);
 * ```
 */
export function rolling<State, Observation extends number | Prediction, Value = number>(
  metric: Metric<State, Observation, Value>,
  { window }: RollingOptions,
): Metric<RollingState<State, Observation>, Observation, Value> {
  const { merge } = metric;
  requireWhole("rolling", "window", window);
  if (merge === undefined) {
    throw new TypeError(`Cannot create rolling as metric must have merge: current value is ${metric.spec.name}`);
  }
  const most = Math.ceil(window / BLOCK);
  const stateOf = (observations: readonly Observation[]) =>
    observations.reduce((state, observation) => metric.update(state, observation), metric.init());
  return {
    spec: { name: "rolling", metric: metric.spec, window },
    form: {
      blocks: ["list", { observations: ["list", metric.observation], state: metric.form }],
      newest: ["list", metric.observation],
    },
    observation: metric.observation,
    init: () => ({ blocks: [], newest: [] }),
    update({ blocks, newest }, observation) {
      const observations = [...newest, kept(observation)];
      if (observations.length < BLOCK) return { blocks, newest: observations };
      return { blocks: [...blocks, { observations, state: stateOf(observations) }].slice(-most), newest: [] };
    },
    value({ blocks, newest }) {
      let old = blocks.length * BLOCK + newest.length - window;
      let state = metric.init();
      for (const block of blocks) {
        state = merge(state, old > 0 ? stateOf(block.observations.slice(old)) : block.state);
        old -= BLOCK;
      }
      return metric.value(merge(state, stateOf(newest.slice(Math.max(0, old)))));
    },
  };
}

/** The observation as plain data that nobody else can change. */
function kept<Observation extends number | Prediction>(observation: Observation): Observation {
  if (typeof observation === "number") return observation;
  const { output, target, weight = 1 } = observation;
  const copy: Prediction = { output: Array.from(output), target: Array.from(target), weight };
  return copy as Observation;
}
