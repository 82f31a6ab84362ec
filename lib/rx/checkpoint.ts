import {
  concatWith,
  defer,
  finalize,
  ignoreElements,
  merge,
  type OperatorFunction,
  Subject,
  tap,
} from "../deps/rxjs.ts";
import { encodeLearner } from "../format/mod.ts";
import type { Learner, LearnerState } from "../learner/mod.ts";
import type { Store } from "../store/mod.ts";
import type { LearnBatchStep, LearnStep } from "./learn.ts";
import { requireWhole } from "./require_whole.ts";

/** Where and how often a stream of steps is saved. */
export interface CheckpointOptions {
  /** Where snapshots live. */
  readonly store: Store;
  /** The name they are kept under. */
  readonly name: string;
  /** The learner whose steps they are. */
  readonly learner: Learner;
  /** After how many samples the state is saved. */
  readonly every: number;
  /**
   * The version in the store that learning went on from.
   *
   * @default {undefined} Nothing is kept under the name yet.
   */
  readonly version?: string;
}

/**
 * Saves what a stream has learned: passes the steps of `learn` on, and keeps the state in a store after each `every`
 * samples and at the end.
 *
 * 1. Steps do not wait for saves. At most one save is under way and one is waiting, with the newest state; what the
 *    waiting one replaces is never saved.
 * 2. The end of the stream waits until the last state is saved.
 * 3. Each save is a compare and set on the version before it. If another writer was first, or the store fails, the stream
 *    ends with the store's error.
 * 4. After an error, or when the subscriber leaves, no further save starts.
 *
 * @typeParam T The steps.
 * @param options Where and how often to save.
 * @returns The operator.
 * @throws {RangeError} If `every` is not a whole number above 0.
 *
 * @example Save, and go on from there later
 * ```ts
 * import { createLearner, decodeLearner, memoryStore, sgd } from "@backstream/backstream";
 * import { checkpoint, learn } from "@backstream/backstream/rx";
 * import { assertEquals } from "@std/assert";
 * import { lastValueFrom, map, range } from "rxjs";
 *
 * const store = memoryStore();
 * const samples = range(0, 25).pipe(map((i) => ({ features: [i % 5], target: i % 5 })));
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.01 }),
 * });
 * await lastValueFrom(samples.pipe(learn(learner), checkpoint({ store, name: "line", learner, every: 10 })));
 *
 * const { bytes, version } = (await store.load("line"))!;
 * const resumed = decodeLearner(bytes);
 * const { state } = await lastValueFrom(samples.pipe(
 *   learn(resumed.learner, { state: resumed.state }),
 *   checkpoint({ store, name: "line", learner: resumed.learner, every: 10, version }),
 * ));
 * assertEquals(state.samples, 50);
 * ```
 */
export function checkpoint<T extends LearnStep | LearnBatchStep>(options: CheckpointOptions): OperatorFunction<T, T> {
  const { every } = options;
  requireWhole("checkpoint", { every });
  return (source) =>
    defer(() => {
      const saver = createSaver(options);
      let learned = 0;
      const saving = tap<T>((step) => {
        const before = learned;
        learned += "sample" in step ? 1 : step.samples.length;
        saver.offer(step.state, Math.floor(learned / every) > Math.floor(before / every));
      });
      const ending = defer(() => saver.end()).pipe(ignoreElements());
      return merge(saver.failure, source.pipe(saving, concatWith(ending))).pipe(finalize(() => saver.stop()));
    });
}

/** The saves of one subscriber: one under way at most. */
function createSaver({ store, name, learner, version }: CheckpointOptions) {
  const failure = new Subject<never>();
  let unsaved: LearnerState | undefined;
  let due = false;
  let stopped = false;
  let underWay: Promise<void> | undefined;

  const isWaiting = (): boolean => due && unsaved !== undefined && !stopped;
  const saveAll = async (): Promise<void> => {
    try {
      while (isWaiting()) {
        const bytes = encodeLearner(learner, unsaved!);
        unsaved = undefined;
        due = false;
        version = await store.save(name, bytes, version);
      }
    } catch (error) {
      stopped = true;
      failure.error(error);
    } finally {
      underWay = undefined;
    }
  };
  const start = (): void => {
    if (isWaiting()) underWay ??= saveAll();
  };

  return {
    failure,
    /** Takes the newest state in, and says whether it is time to save. */
    offer(state: LearnerState, isDue: boolean): void {
      unsaved = state;
      due ||= isDue;
      start();
    },
    /** Saves the newest state if it is not saved yet. */
    async end(): Promise<void> {
      due = true;
      start();
      await underWay;
      failure.complete();
    },
    stop(): void {
      stopped = true;
    },
  };
}
