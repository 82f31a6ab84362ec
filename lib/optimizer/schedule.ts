import { above0, from0, requireNumber, steps as wholeSteps } from "./require_number.ts";

/** A learning rate that changes with the steps, as plain data. Made by the functions of the same names. */
export type Schedule =
  | { readonly schedule: "constant"; readonly rate: number }
  | { readonly schedule: "inverseTime"; readonly rate: number; readonly decay: number }
  | { readonly schedule: "inverseRoot"; readonly rate: number; readonly decay: number }
  | { readonly schedule: "stepDecay"; readonly rate: number; readonly factor: number; readonly every: number }
  | { readonly schedule: "cosine"; readonly rate: number; readonly steps: number; readonly floor: number }
  | { readonly schedule: "warmUp"; readonly steps: number; readonly then: Schedule };

/** A learning rate: one number for ever, or a schedule. */
export type LearningRate = number | Schedule;

/**
 * eta_t = rate.
 *
 * @param rate The learning rate, above 0.
 * @returns The schedule.
 * @throws {RangeError} If the rate is not above 0.
 *
 * @example Usage
 * ```ts
 * import { constant, learningRateAt } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(learningRateAt(constant(0.1), 1000), 0.1);
 * ```
 */
export function constant(rate: number): Schedule {
  requireNumber(rate, above0("constant schedule", "rate"));
  return { schedule: "constant", rate };
}

/**
 * eta_t = rate / (1 + decay t), the rate of Robbins and Monro, 1951.
 *
 * @param options The rate at the first step, and the decay a step.
 * @returns The schedule.
 * @throws {RangeError} If the rate is not above 0 or the decay is below 0.
 *
 * @example Usage
 * ```ts
 * import { inverseTime, learningRateAt } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(learningRateAt(inverseTime({ rate: 1, decay: 0.5 }), 2), 0.5);
 * ```
 */
export function inverseTime(options: { rate: number; decay: number }): Schedule {
  requireNumber(options.rate, above0("inverseTime schedule", "rate"));
  requireNumber(options.decay, from0("inverseTime schedule", "decay"));
  return { schedule: "inverseTime", rate: options.rate, decay: options.decay };
}

/**
 * eta_t = rate / sqrt(1 + decay t), the rate of online gradient descent (Zinkevich, 2003): it falls slowly enough to follow
 * a world that changes.
 *
 * @param options The rate at the first step, and the decay a step.
 * @returns The schedule.
 * @throws {RangeError} If the rate is not above 0 or the decay is below 0.
 *
 * @example Usage
 * ```ts
 * import { inverseRoot, learningRateAt } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(learningRateAt(inverseRoot({ rate: 1, decay: 0.5 }), 6), 0.5);
 * ```
 */
export function inverseRoot(options: { rate: number; decay: number }): Schedule {
  requireNumber(options.rate, above0("inverseRoot schedule", "rate"));
  requireNumber(options.decay, from0("inverseRoot schedule", "decay"));
  return { schedule: "inverseRoot", rate: options.rate, decay: options.decay };
}

/**
 * eta_t = rate factor^floor(t / every).
 *
 * @param options The rate at the first step, the factor, and after how many steps it is applied each time.
 * @returns The schedule.
 * @throws {RangeError} If rate or factor is not above 0, or `every` is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { learningRateAt, stepDecay } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const schedule = stepDecay({ rate: 1, factor: 0.5, every: 10 });
 * assertEquals([9, 10, 20].map((t) => learningRateAt(schedule, t)), [1, 0.5, 0.25]);
 * ```
 */
export function stepDecay(options: { rate: number; factor: number; every: number }): Schedule {
  requireNumber(options.rate, above0("stepDecay schedule", "rate"));
  requireNumber(options.factor, above0("stepDecay schedule", "factor"));
  requireNumber(options.every, wholeSteps("stepDecay schedule", "every"));
  return { schedule: "stepDecay", rate: options.rate, factor: options.factor, every: options.every };
}

/**
 * eta_t = floor + (rate - floor) (1 + cos(pi t / steps)) / 2, and the floor from `steps` on (Loshchilov and Hutter,
 * "SGDR", 2016, without restarts).
 *
 * @param options The rate at the first step, the number of steps, and the rate at the end, 0 when missing.
 * @returns The schedule.
 * @throws {RangeError} If the rate is not above 0, the floor is below 0, or `steps` is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { cosine, learningRateAt } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(learningRateAt(cosine({ rate: 1, steps: 100 }), 50), 0.5);
 * ```
 */
export function cosine(options: { rate: number; steps: number; floor?: number }): Schedule {
  const { rate, steps, floor = 0 } = options;
  requireNumber(rate, above0("cosine schedule", "rate"));
  requireNumber(steps, wholeSteps("cosine schedule", "steps"));
  requireNumber(floor, from0("cosine schedule", "floor"));
  return { schedule: "cosine", rate, steps, floor };
}

/**
 * eta_t = then_t min(1, (t + 1) / steps): the rate of another schedule, reached in a straight line from near 0
 * (Goyal and others, 2017).
 *
 * @param options The number of steps until the full rate, and the rate: a number or a schedule.
 * @returns The schedule.
 * @throws {RangeError} If `steps` is not a whole number above 0, or the rate is not above 0.
 *
 * @example Usage
 * ```ts
 * import { learningRateAt, warmUp } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const schedule = warmUp({ steps: 4, then: 0.8 });
 * assertEquals([0, 1, 3, 9].map((t) => learningRateAt(schedule, t)), [0.2, 0.4, 0.8, 0.8]);
 * ```
 */
export function warmUp(options: { steps: number; then: LearningRate }): Schedule {
  requireNumber(options.steps, wholeSteps("warmUp schedule", "steps"));
  const { then } = options;
  const full = typeof then === "object" && then !== null ? then : constant(then);
  return { schedule: "warmUp", steps: options.steps, then: full };
}
