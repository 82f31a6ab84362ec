import { above0, from0, requireNumber } from "./require_number.ts";
import {
  constant,
  cosine,
  inverseRoot,
  inverseTime,
  type LearningRate,
  type Schedule,
  stepDecay,
  warmUp,
} from "./schedule.ts";

/**
 * Checks a learning rate; a schedule to its last number, as it may come from a snapshot.
 *
 * @param maker The optimizer it is given to.
 * @param rate A number above 0, or a schedule.
 * @throws {RangeError} If it is neither, or a number of the schedule is out of range.
 */
export function requireLearningRate(maker: string, rate: LearningRate): void {
  if (typeof rate === "object" && rate !== null) return requireSchedule(maker, rate);
  requireNumber(rate, above0(maker, "learningRate"));
}

function requireSchedule(maker: string, schedule: Schedule): void {
  switch (schedule.schedule) {
    case "constant":
      return void constant(schedule.rate);
    case "inverseTime":
      return void inverseTime(schedule);
    case "inverseRoot":
      return void inverseRoot(schedule);
    case "stepDecay":
      return void stepDecay(schedule);
    case "cosine":
      cosine(schedule);
      return requireNumber(schedule.floor, from0("cosine schedule", "floor"));
    case "warmUp":
      warmUp(schedule);
      return requireLearningRate("warmUp schedule", schedule.then);
    default:
      throw new RangeError(
        `Cannot create ${maker} as learningRate must be a number above 0 or a schedule: ` +
          `current value is ${JSON.stringify(schedule)}`,
      );
  }
}
