import type { Sample } from "../feature/mod.ts";
import type { Vector } from "../kernel/mod.ts";
import { cursorOf } from "./cursor.ts";
import { createLabelQueue } from "./label_queue.ts";
import type { Learner, LearnerState } from "./learner.ts";
import { placed } from "./placed.ts";

/** When the labels of a stream come in. */
export interface DelayOptions<S extends Sample = Sample> {
  /**
   * After how many samples, or units of `moment`, the target of a sample is known: a number from 0 on, or what gives one
   * for each sample. The target of a sample that comes at t is learned and scored before the first sample that comes at
   * t + delay or later is predicted, so that 1 is no delay where samples are counted. Until then the sample is kept as it
   * is, and must not be changed. What is left at the end of the stream is learned in the order in which it is due.
   *
   * @default {0}
   */
  readonly delay?: number | ((sample: S) => number);
  /** When a sample comes. By default its place in the stream, counted from 0. */
  readonly moment?: (sample: S) => number;
}

/** How a stream is gone through. */
export interface ProgressiveStepsOptions<Note> extends DelayOptions {
  /** Where to start. */
  readonly state: LearnerState;
  /** Is called when a sample is predicted; what it gives is carried to the step of the sample. */
  readonly note: () => Note;
  /** Whether the costs of delayed predictions are needed, which takes a step that is thrown away; they are NaN otherwise. */
  readonly costs: boolean;
}

/** A sample whose target came in, and which was learned. */
export interface ProgressiveStep<Note> {
  /** The sample. */
  readonly sample: Sample;
  /** The prediction that was made when the sample came. Shape: (units). */
  readonly output: Vector;
  /** The cost of that prediction. */
  readonly cost: number;
  /** What was noted then. */
  readonly note: Note;
  /** Gives the state after the sample was learned. */
  readonly state: () => LearnerState;
}

/** The steps of a stream in their order. */
export interface ProgressiveSteps<Note> {
  /** Takes a sample that comes: gives the steps that are due before it, and its own if there is no delay. */
  take(sample: Sample): Iterable<ProgressiveStep<Note>>;
  /** Gives the steps that are left at the end of the stream. */
  rest(): Iterable<ProgressiveStep<Note>>;
}

/**
 * Progressive validation of a stream: each sample is predicted when it comes, and learned when its target comes.
 *
 * @typeParam Note What is noted beside each prediction.
 * @param learner The learner.
 * @param options Where to start, and how late the targets are.
 * @returns What takes the samples, and must be gone through to the end for each.
 * @throws {RangeError} If the delay is a number below 0, or NaN.
 */
export function createProgressiveSteps<Note>(
  learner: Learner,
  options: ProgressiveStepsOptions<Note>,
): ProgressiveSteps<Note> {
  const { delay = 0 } = options;
  if (typeof delay !== "function") requireDelay(delay);
  return delay === 0 ? createPromptSteps(learner, options) : createLateSteps(learner, options);
}

function createPromptSteps<Note>(
  learner: Learner,
  { state, note }: ProgressiveStepsOptions<Note>,
): ProgressiveSteps<Note> {
  const cursor = cursorOf(learner, state);
  let place = 0;
  return {
    take(sample) {
      const noted = note();
      const { output, cost, state } = placed(place++, () => cursor.learnOne(sample));
      return [{ sample, output, cost, note: noted, state }];
    },
    rest: () => [],
  };
}

/** A prediction that waits for its target. */
interface Waiting<Note> extends Pick<ProgressiveStep<Note>, "sample" | "output" | "cost" | "note"> {
  readonly place: number;
}

function createLateSteps<Note>(
  learner: Learner,
  { state, note, costs, delay = 0, moment }: ProgressiveStepsOptions<Note>,
): ProgressiveSteps<Note> {
  const queue = createLabelQueue<Waiting<Note>>();
  let places = 0;

  const predict = (sample: Sample): Pick<Waiting<Note>, "output" | "cost"> => {
    if (costs) return learner.learnOne(state, sample);
    return { output: learner.predictOne(state, sample.features), cost: NaN };
  };

  function* due(now: number): Iterable<ProgressiveStep<Note>> {
    for (let next = queue.next(now); next !== undefined; next = queue.next(now)) {
      const { sample, output, cost, note, place } = next;
      const learned = placed(place, () => learner.learnOne(state, sample)).state;
      state = learned;
      yield { sample, output, cost, note, state: () => learned };
    }
  }

  return {
    *take(sample) {
      const place = places++;
      const now = moment === undefined ? place : requireMoment(moment(sample));
      yield* due(now);
      const { output, cost } = placed(place, () => predict(sample));
      const wait = typeof delay === "function" ? requireDelay(delay(sample)) : delay;
      queue.add(now + wait, { sample, output, cost, note: note(), place });
    },
    rest: () => due(Infinity),
  };
}

function requireDelay(delay: number): number {
  if (typeof delay === "number" && delay >= 0) return delay;
  throw new RangeError(
    `Cannot validate progressively as delay must be a number from 0 on: current value is ${delay}`,
  );
}

function requireMoment(moment: number): number {
  if (Number.isFinite(moment)) return moment;
  throw new RangeError(
    `Cannot validate progressively as moment must give a finite number: current value is ${moment}`,
  );
}
