import { defer, filter, map, type OperatorFunction } from "../deps/rxjs.ts";
import type { DriftDetector, DriftStatus } from "../drift/mod.ts";
import { countInvalid, type InvalidOptions } from "./count_invalid.ts";

/**
 * How a stream is watched.
 *
 * @typeParam T What the stream holds.
 * @typeParam State The states of the detector.
 */
export interface DetectDriftOptions<T, State> extends InvalidOptions<RangeError> {
  /**
   * Gives the number to watch; needed where the stream holds other things.
   *
   * @default {(item) => item}
   */
  readonly select?: (item: T, index: number) => number;
  /**
   * Whether something comes out where a warning begins and at each drift, or for each item.
   *
   * @default {"changes"}
   */
  readonly emit?: "changes" | "all";
  /**
   * Where to start.
   *
   * @default {detector.init()}
   */
  readonly state?: State;
}

/**
 * What a detector says of an item.
 *
 * @typeParam T What the stream holds.
 * @typeParam State The states of the detector.
 */
export interface DriftEvent<T, State> {
  /** The item. */
  readonly item: T;
  /** The number that was watched. */
  readonly value: number;
  /** The place of the item in the stream, from 0 on. */
  readonly index: number;
  /** What it has shown. */
  readonly status: DriftStatus;
  /** The state of the detector after it. */
  readonly state: State;
}

/**
 * Watches a stream for drift.
 *
 * 1. Each item gives a number, and the detector is updated with it before the source goes on.
 * 2. An event comes out where a warning begins and at each drift; with `emit: "all"` for each item, so that the stream
 *    goes on with what the detector says of it.
 * 3. Every subscriber has a state of its own.
 * 4. A value that the detector refuses changes nothing. It ends the stream with the detector's `RangeError`, or is
 *    skipped and counted. An error of `select` ends the stream.
 *
 * @typeParam T What the stream holds.
 * @typeParam State The states of the detector.
 * @param detector The detector.
 * @param options What to watch, what comes out, where to start, and what happens to values that the detector refuses.
 * @returns The operator.
 * @throws {RangeError} If `emit` is neither changes nor all.
 *
 * @example Watch the costs of a learner
 * ```ts
 * import { createLearner, pageHinkley, sgd } from "@backstream/backstream";
 * import { detectDrift, learn } from "@backstream/backstream/rx";
 * import { assert } from "@std/assert";
 * import { firstValueFrom, map, range } from "rxjs";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.01 }),
 * });
 * // From the 1,000th sample on the target is another one.
 * const samples = range(0, 2000).pipe(map((i) => ({ features: [i % 7 / 7], target: i < 1000 ? 1 : -1 })));
 * const detector = pageHinkley({ threshold: 5, mode: "up" });
 * const drifts = samples.pipe(learn(learner), detectDrift(detector, { select: ({ cost }) => cost }));
 * const { index, status } = await firstValueFrom(drifts);
 * assert(status === "drift" && index >= 1000 && index < 1050);
 * ```
 */
export function detectDrift<State, T = number>(
  detector: DriftDetector<State>,
  options: DetectDriftOptions<T, State> = {},
): OperatorFunction<T, DriftEvent<T, State>> {
  const { emit = "changes", select = (item: T) => item as number } = options;
  if (emit !== "changes" && emit !== "all") {
    throw new RangeError(`Cannot create detectDrift as emit must be "changes" or "all": current value is ${emit}`);
  }
  return (source) =>
    defer(() => {
      const invalid = countInvalid(options);
      let state = options.state ?? detector.init();
      let before = detector.status(state);
      const step = (item: T, index: number): DriftEvent<T, State> | undefined => {
        const value = select(item, index);
        try {
          state = detector.update(state, value);
        } catch (error) {
          if (error instanceof RangeError) return void invalid.reject(error);
          throw error;
        }
        const [status, last] = [detector.status(state), before];
        before = status;
        const isNews = status === "drift" || (status === "warning" && last !== "warning");
        return isNews || emit === "all" ? { item, value, index, status, state } : undefined;
      };
      return source.pipe(map(step), filter((event) => event !== undefined));
    });
}
