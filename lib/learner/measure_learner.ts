import type { Sample } from "../feature/mod.ts";
import { plainBytes } from "../plain/mod.ts";
import { cursorOf } from "./cursor.ts";
import type { Learner, LearnerState } from "./learner.ts";

/** What a learner costs. */
export interface LearnerCost {
  /** How many bytes its state takes after the samples, as `plainBytes` counts them. */
  readonly bytes: number;
  /** How long it took to predict and learn a sample, on average, in microseconds; NaN without samples. */
  readonly microseconds: number;
  /** How many samples that was measured on. */
  readonly samples: number;
}

/**
 * Measures what a learner costs on a stream: the bytes of its state, and the time a sample takes. Where the clock stands
 * still while a program runs, as on Cloudflare Workers, the time is 0.
 *
 * @param learner The learner.
 * @param samples Samples like those it will meet; the first hundreds are slower, until the engine has compiled the code.
 * @param from The state to start from.
 * @returns Bytes and time.
 * @throws {SampleError} If a sample cannot be used.
 *
 * @example Usage
 * ```ts
 * import { createTableLearner, measureLearner } from "@backstream/backstream";
 * import { assert } from "@std/assert";
 *
 * const learner = createTableLearner({ task: "regression", maxBytes: 2 ** 20 });
 * const samples = Array.from({ length: 100 }, (_, i) => ({ features: { x: i % 7 }, target: i % 7 }));
 * const { bytes, microseconds } = measureLearner(learner, samples);
 * assert(bytes < 2 ** 20 && microseconds > 0);
 * ```
 */
export function measureLearner(
  learner: Learner,
  samples: Iterable<Sample>,
  from: LearnerState = learner.init(),
): LearnerCost {
  const cursor = cursorOf(learner, from);
  let last = () => from;
  let count = 0;
  const start = performance.now();
  for (const sample of samples) {
    last = cursor.learnOne(sample).state;
    count++;
  }
  const microseconds = count === 0 ? NaN : 1000 * (performance.now() - start) / count;
  return { bytes: plainBytes(last()), microseconds, samples: count };
}
