import type { DriftDetector, DriftStatus } from "./drift_detector.ts";
import { from0, requireOptions, whole } from "./require_option.ts";
import { requireValue } from "./require_value.ts";

/** Options of {@linkcode pageHinkley}. */
export interface PageHinkleyOptions {
  /**
   * From how many values on a drift can be signalled.
   *
   * @default {30}
   */
  readonly minInstances?: number;
  /**
   * How far values may lie beyond their mean without adding to the sum.
   *
   * @default {0.005}
   */
  readonly delta?: number;
  /**
   * How far the sum may go: lambda. The larger, the fewer false alarms, and the later the right ones.
   *
   * @default {50}
   */
  readonly threshold?: number;
  /**
   * What the sums are multiplied by at each value, so that old values fade: above 0, and 1 at most.
   *
   * @default {0.9999}
   */
  readonly alpha?: number;
  /**
   * Whether a rise of the mean is looked for, a fall, or both.
   *
   * @default {"both"}
   */
  readonly mode?: "up" | "down" | "both";
}

/** The state of {@linkcode pageHinkley}. */
export interface PageHinkleyState {
  /** How many values there were since the last drift. */
  readonly count: number;
  /** Their mean. */
  readonly mean: number;
  /** The sum that a rise makes grow. */
  readonly rise: number;
  /** The least it was. */
  readonly leastRise: number;
  /** The sum that a fall makes shrink. */
  readonly fall: number;
  /** The most it was. */
  readonly mostFall: number;
}

const START: PageHinkleyState = { count: 0, mean: 0, rise: 0, leastRise: 0, fall: 0, mostFall: 0 };

/**
 * The test of Page and Hinkley for a change of the mean. With m_t the mean of the values x_1 ... x_t,
 *
 * rise_t = alpha rise_{t-1} + (x_t - m_t - delta), and there is a drift where rise_t - min rise > threshold;
 *
 * fall_t = alpha fall_{t-1} + (x_t - m_t + delta), and there is a drift where max fall - fall_t > threshold.
 *
 * After a drift it starts anew (Page, "Continuous inspection schemes", 1954; with fading as in Gama, Sebastiao and
 * Rodrigues, "On evaluating stream learning algorithms", 2013). Six numbers are remembered. The threshold is in the
 * units of the values: the default fits errors as 0 and 1 over long streams, and a costly false alarm.
 *
 * @param options When there is a drift.
 * @returns The detector; it gives no warnings.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { pageHinkley } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const detector = pageHinkley({ threshold: 5 });
 * let state = detector.init();
 * for (let i = 0; i < 100; i++) state = detector.update(state, i % 2);
 * assertEquals(detector.status(state), "stable");
 * let late = 0;
 * while (detector.status(state) === "stable") state = detector.update(state, 4 + late++ % 2);
 * assertEquals(late, 2);
 * ```
 */
export function pageHinkley(options: PageHinkleyOptions = {}): DriftDetector<PageHinkleyState> {
  const { minInstances = 30, delta = 0.005, threshold = 50, alpha = 0.9999, mode = "both" } = options;
  requireOptions("pageHinkley", { minInstances, delta, threshold, alpha }, {
    minInstances: whole,
    delta: from0,
    threshold: from0,
    alpha: { rule: "a number above 0, and 1 at most", holds: (value) => value > 0 && value <= 1 },
  });
  if (!["up", "down", "both"].includes(mode)) {
    throw new RangeError(
      `Cannot create pageHinkley as mode must be one of up, down, both: current value is ${JSON.stringify(mode)}`,
    );
  }
  const status = ({ count, rise, leastRise, fall, mostFall }: PageHinkleyState): DriftStatus => {
    const hasRisen = mode !== "down" && rise - leastRise > threshold;
    const hasFallen = mode !== "up" && mostFall - fall > threshold;
    return count >= minInstances && (hasRisen || hasFallen) ? "drift" : "stable";
  };
  return {
    spec: { name: "pageHinkley", minInstances, delta, threshold, alpha, mode },
    form: { count: "count", mean: "number", rise: "number", leastRise: "number", fall: "number", mostFall: "number" },
    init: () => START,
    update(state, value) {
      requireValue("pageHinkley", value);
      const before = status(state) === "drift" ? START : state;
      const count = before.count + 1;
      const mean = before.mean + (value - before.mean) / count;
      const rise = alpha * before.rise + (value - mean - delta);
      const fall = alpha * before.fall + (value - mean + delta);
      const leastRise = Math.min(before.leastRise, rise);
      const mostFall = Math.max(before.mostFall, fall);
      return { count, mean, rise, leastRise, fall, mostFall };
    },
    status,
  };
}
