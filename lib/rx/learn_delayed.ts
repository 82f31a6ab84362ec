import { concatWith, defer, map, mergeMap, type OperatorFunction } from "../deps/rxjs.ts";
import { type Sample, SampleError } from "../feature/mod.ts";
import { createProgressiveSteps, type DelayOptions, type Learner } from "../learner/mod.ts";
import { countInvalid, type InvalidOptions } from "./count_invalid.ts";
import type { LearnOptions, LearnStep } from "./learn.ts";
import { learnStep } from "./learn_step.ts";

/** What differs from subscriber to subscriber. */
export interface Subscriber<Note> extends Pick<InvalidOptions<SampleError>, "onInvalid"> {
  /** Is called when a sample was predicted; what it gives goes with the step of the sample. */
  readonly note: () => Note;
}

/** A step, and what was noted when its sample was predicted. */
export interface DelayedStep<Note> {
  /** The step. */
  readonly step: LearnStep;
  /** What was noted. */
  readonly note: Note;
}

/**
 * Learns a stream whose targets come late: as `learn`, but the output and the cost of a step are those of the prediction
 * that was made when its sample came, and the steps follow each other as the targets come in.
 *
 * @param learner The learner.
 * @param options How late the targets are, where to start, and what happens to samples that cannot be used.
 * @returns What makes the operator of one subscriber.
 * @throws {RangeError} If the delay is a number below 0, or NaN.
 */
export function learnDelayed<S extends Sample>(learner: Learner, options: LearnOptions & DelayOptions<S>) {
  const begin = <Note>(note: () => Note) =>
    createProgressiveSteps(learner, {
      ...options as DelayOptions,
      state: options.state ?? learner.init(),
      note,
      costs: true,
    });
  begin(() => 0); // so that a wrong delay is told before there is a stream
  return <Note>({ onInvalid, note }: Subscriber<Note>): OperatorFunction<S, DelayedStep<Note>> => (source) =>
    defer(() => {
      const invalid = countInvalid({ ...options, ...onInvalid === undefined ? {} : { onInvalid } });
      const steps = begin(note);
      const take = function* (sample: Sample) {
        try {
          yield* steps.take(sample);
        } catch (error) {
          if (!(error instanceof SampleError)) throw error;
          invalid.reject(error);
        }
      };
      return source.pipe(
        mergeMap(take),
        concatWith(defer(() => steps.rest())),
        map((step) => ({ step: learnStep(step, step.sample, invalid.skipped), note: step.note })),
      );
    });
}
