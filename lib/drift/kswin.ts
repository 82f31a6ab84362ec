import { nextRandom } from "../random/mod.ts";
import type { DriftDetector } from "./drift_detector.ts";
import { kolmogorovSmirnov } from "./kolmogorov_smirnov.ts";
import { between0And1, requireOptions, whole, wholeFrom0 } from "./require_option.ts";
import { requireValue } from "./require_value.ts";

/** Options of {@linkcode kswin}. */
export interface KswinOptions {
  /**
   * The p-value up to which the two samples differ. As there is a test at each value, it has to be small.
   *
   * @default {0.005}
   */
  readonly alpha?: number;
  /**
   * How many values the window holds: at least twice `statSize`.
   *
   * @default {100}
   */
  readonly windowSize?: number;
  /**
   * How many values each of the two samples holds.
   *
   * @default {30}
   */
  readonly statSize?: number;
  /**
   * The seed of the draws from the older values.
   *
   * @default {0}
   */
  readonly seed?: number;
}

/** The state of {@linkcode kswin}. */
export interface KswinState {
  /** The newest values, the oldest first. */
  readonly values: readonly number[];
  /** The seed of the next draw. */
  readonly seed: number;
  /** Whether the newest value has shown a drift. */
  readonly drift: boolean;
}

/** D up to here is no drift, however many values say so. */
const LEAST_STATISTIC = 0.1;

/**
 * Kolmogorov-Smirnov windowing: sees any change of the distribution, not only of the mean. When its window is full, the
 * newest `statSize` values are compared with as many drawn from the older ones of the window, without replacement, by
 * the two-sample test of Kolmogorov and Smirnov with its exact p-value. There is a drift if p is at most alpha and D
 * above 0.1. After a drift the window keeps the newest `statSize` values (Raab, Heusinger and Schleif, "Reactive soft
 * prototype computing for concept drift streams", 2020).
 *
 * The window is remembered. An update takes time in windowSize + statSize log statSize. Tests that follow each other
 * share most of their values, so false alarms are rarer than alpha, but not rare: about one in a thousand values by
 * default.
 *
 * @param options When there is a drift, and the seed.
 * @returns The detector; it gives no warnings.
 * @throws {RangeError} If an option is out of range, or the window is too small for two samples.
 *
 * @example Usage
 * ```ts
 * import { kswin } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const detector = kswin({ alpha: 0.0001, seed: 1 });
 * let state = detector.init();
 * for (let i = 0; i < 500; i++) state = detector.update(state, (i * 7) % 10);
 * assertEquals(detector.status(state), "stable");
 * // The mean stays, the spread shrinks.
 * let late = 0;
 * while (detector.status(state) === "stable") state = detector.update(state, 4 + late++ % 2);
 * assertEquals(late < 40, true);
 * ```
 */
export function kswin(options: KswinOptions = {}): DriftDetector<KswinState> {
  const { alpha = 0.005, windowSize = 100, statSize = 30, seed = 0 } = options;
  requireOptions("kswin", { alpha, statSize, windowSize, seed }, {
    alpha: between0And1,
    statSize: whole,
    windowSize: {
      rule: `a whole number from twice statSize ${statSize} on`,
      holds: (value) => Number.isSafeInteger(value) && value >= 2 * statSize,
    },
    seed: wholeFrom0,
  });
  const older = windowSize - statSize;
  return {
    spec: { name: "kswin", alpha, windowSize, statSize, seed },
    form: { values: ["list", "number"], seed: "count", drift: "boolean" },
    init: () => ({ values: [], seed, drift: false }),
    update(state, value) {
      requireValue("kswin", value);
      const values = state.values.slice(state.values.length < windowSize ? 0 : 1);
      values.push(value);
      if (values.length < windowSize) return { values, seed: state.seed, drift: false };
      const newest = values.slice(older);
      const [drawn, next] = draw(values.slice(0, older), statSize, state.seed);
      const { statistic, pValue } = kolmogorovSmirnov(drawn, newest);
      const drift = pValue <= alpha && statistic > LEAST_STATISTIC;
      return { values: drift ? newest : values, seed: next, drift };
    },
    status: ({ drift }) => drift ? "drift" : "stable",
  };
}

/** So many of the values, in random order, each at most once (Fisher and Yates; Durstenfeld, 1964); and the next seed. */
function draw(values: number[], count: number, seed: number): [drawn: number[], next: number] {
  for (let i = 0; i < count; i++) {
    const [random, next] = nextRandom(seed);
    const place = i + Math.floor(random * (values.length - i));
    [values[i], values[place]] = [values[place], values[i]];
    seed = next;
  }
  return [values.slice(0, count), seed];
}
