import type { DriftDetector, DriftStatus } from "./drift_detector.ts";
import { above0, requireOptions, wholeFrom0 } from "./require_option.ts";

/** Options of {@linkcode ddm}. */
export interface DdmOptions {
  /**
   * After how many values the first limit is set.
   *
   * @default {30}
   */
  readonly warmStart?: number;
  /**
   * From how many standard deviations on there is a warning.
   *
   * @default {2}
   */
  readonly warningThreshold?: number;
  /**
   * From how many standard deviations on there is a drift.
   *
   * @default {3}
   */
  readonly driftThreshold?: number;
}

/** The state of {@linkcode ddm}. */
export interface DdmState {
  /** How many values there were since the last drift. */
  readonly count: number;
  /** The share of errors among them. */
  readonly mean: number;
  /** The share of errors when share and deviation were least. */
  readonly leastMean: number;
  /** The standard deviation then. */
  readonly leastDeviation: number;
}

const START: DdmState = { count: 0, mean: 0, leastMean: 0, leastDeviation: 0 };

/**
 * The drift detection method: a learner's share of errors falls or stays while its world does; where it rises beyond
 * chance, the world has changed. With p the share of errors among n values, s = sqrt(p (1 - p) / n), and p_min and
 * s_min the two where p + s was least, there is
 *
 * a warning if p + s > p_min + 2 s_min, and a drift if p + s > p_min + 3 s_min.
 *
 * After a drift it starts anew (Gama, Medas, Castillo and Rodrigues, "Learning with drift detection", 2004). Four
 * numbers are remembered. It is quick where errors are rare, and blind to a share that rises slowly.
 *
 * @param options Where warning and drift begin.
 * @returns The detector, of values from 0 (right) to 1 (wrong).
 * @throws {RangeError} If an option is out of range, or a warning would come after its drift.
 *
 * @example Usage
 * ```ts
 * import { ddm } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const detector = ddm();
 * let state = detector.init();
 * for (let i = 0; i < 200; i++) state = detector.update(state, i % 10 === 0 ? 1 : 0);
 * assertEquals(detector.status(state), "stable");
 * for (let i = 0; i < 5; i++) state = detector.update(state, 1);
 * assertEquals(detector.status(state), "warning");
 * for (let i = 0; i < 5; i++) state = detector.update(state, 1);
 * assertEquals(detector.status(state), "drift");
 * ```
 */
export function ddm(options: DdmOptions = {}): DriftDetector<DdmState> {
  const { warmStart = 30, warningThreshold = 2, driftThreshold = 3 } = options;
  requireOptions("ddm", { warmStart, warningThreshold, driftThreshold }, {
    warmStart: wholeFrom0,
    warningThreshold: above0,
    driftThreshold: {
      rule: `a number from warningThreshold ${warningThreshold} on`,
      holds: (value) => value >= warningThreshold,
    },
  });
  const status = ({ count, mean, leastMean, leastDeviation }: DdmState): DriftStatus => {
    if (count <= warmStart) return "stable";
    const level = mean + deviation(mean, count);
    if (level > leastMean + driftThreshold * leastDeviation) return "drift";
    return level > leastMean + warningThreshold * leastDeviation ? "warning" : "stable";
  };
  return {
    spec: { name: "ddm", warmStart, warningThreshold, driftThreshold },
    form: { count: "count", mean: "number", leastMean: "number", leastDeviation: "number" },
    init: () => START,
    update(state, value) {
      requireShare(value);
      const before = status(state) === "drift" ? START : state;
      const count = before.count + 1;
      const mean = before.mean + (value - before.mean) / count;
      const now = deviation(mean, count);
      const { leastMean, leastDeviation } = before;
      const isFirst = count === warmStart + 1;
      return count > warmStart && (isFirst || mean + now <= leastMean + leastDeviation)
        ? { count, mean, leastMean: mean, leastDeviation: now }
        : { count, mean, leastMean, leastDeviation };
    },
    status,
  };
}

/** The standard deviation of a share of errors; rounding may put the share a last digit past 0 or 1. */
function deviation(mean: number, count: number): number {
  return Math.sqrt(Math.max(0, mean * (1 - mean)) / count);
}

function requireShare(value: number): void {
  if (typeof value === "number" && value >= 0 && value <= 1) return;
  const current = typeof value === "number" ? value : JSON.stringify(value) ?? typeof value;
  throw new RangeError(`Cannot update ddm as value must be a number from 0 to 1: current value is ${current}`);
}
