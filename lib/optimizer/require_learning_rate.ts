import { above0, requireNumber } from "./require_number.ts";
import type { LearningRate } from "./schedule.ts";

const SCHEDULES = ["constant", "inverseTime", "stepDecay", "cosine", "warmUp"];

/**
 * Checks a learning rate.
 *
 * @param maker The optimizer it is given to.
 * @param rate A number above 0, or a schedule.
 * @throws {RangeError} If it is neither.
 */
export function requireLearningRate(maker: string, rate: LearningRate): void {
  if (typeof rate === "object" && rate !== null && SCHEDULES.includes(rate.schedule)) return;
  requireNumber(rate as number, above0(maker, "learningRate"));
}
