import { cosPi, integerPower } from "../kernel/mod.ts";
import type { LearningRate } from "./schedule.ts";

/**
 * The learning rate of a step.
 *
 * @param rate A number or a schedule.
 * @param step t, how many steps were taken before, from 0 on.
 * @returns eta_t.
 *
 * @example Usage
 * ```ts
 * import { learningRateAt, stepDecay } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(learningRateAt(0.5, 7), 0.5);
 * assertEquals(learningRateAt(stepDecay({ rate: 0.5, factor: 0.5, every: 5 }), 7), 0.25);
 * ```
 */
export function learningRateAt(rate: LearningRate, step: number): number {
  if (typeof rate === "number") return rate;
  switch (rate.schedule) {
    case "constant":
      return rate.rate;
    case "inverseTime":
      return rate.rate / (1 + rate.decay * step);
    case "inverseRoot":
      return rate.rate / Math.sqrt(1 + rate.decay * step);
    case "stepDecay":
      return rate.rate * integerPower(rate.factor, Math.floor(step / rate.every));
    case "cosine":
      return rate.floor + (rate.rate - rate.floor) * (1 + cosPi(Math.min(step / rate.steps, 1))) / 2;
    case "warmUp":
      return learningRateAt(rate.then, step) * Math.min(1, (step + 1) / rate.steps);
  }
}
