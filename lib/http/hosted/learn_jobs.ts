import { type DenseSamples, type Sample, SampleError } from "../../feature/mod.ts";
import type { LearnedMany, Learner, LearnerState } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import { requireFiniteResults } from "../require_finite_results.ts";
import { requireFiniteState } from "../require_finite_state.ts";

/** Samples as objects or in columns. */
type Samples = readonly Sample[] | DenseSamples;

/** Samples to learn. */
export interface Job {
  /** The samples, in order. */
  readonly samples: Samples;
  /** Whether all are refused if one is. */
  readonly atomic: boolean;
}

/** Samples of a job that were learned at once. */
export interface LearnedPart extends Pick<LearnedMany, "outputs" | "costs"> {
  /** The place of the first of them in the job; the others follow. */
  readonly from: number;
}

/** What has become of a job. */
export interface LearnedJob {
  /** What was learned, in order. */
  readonly parts: readonly LearnedPart[];
  /** Why samples were refused, by their places. */
  readonly refused: ReadonlyMap<number, SampleError>;
}

/** What has become of a job, or why none of its samples was learned. */
export type JobResult = LearnedJob | { readonly error: SampleError | RequestError };

/** What is learned, and from where on. */
export interface LearnJobsOptions {
  /** The learner. */
  readonly learner: Learner;
  /** The state to go on from. */
  readonly state: LearnerState;
  /** The jobs. */
  readonly jobs: readonly Job[];
  /** Whether the state is looked at on the way, and not by the caller in the end. */
  readonly careful: boolean;
  /** What time it is, in milliseconds. */
  readonly now?: () => number;
}

/** So many samples are learned at once; between them others may have a turn. */
const AT_ONCE = 256;
/** Twice as many next time, up to here, if they have taken less than a millisecond, as each time takes some of its own. */
const MOST_AT_ONCE = 4096;

/**
 * Learns jobs one after the other, as many samples at once as can be, and goes around what cannot be learned. It yields now and
 * then.
 *
 * @param options The learner, its state, and the jobs.
 * @returns The state after them, and what has become of each.
 */
export function* learnJobs(
  { learner, state, jobs, careful, now = () => performance.now() }: LearnJobsOptions,
): Generator<void, { readonly state: LearnerState; readonly results: readonly JobResult[] }> {
  const results = jobs.map((): Result => ({ parts: [], refused: new Map(), error: undefined }));
  const learn = (samples: Samples): LearnedMany => {
    const learned = learner.learnMany(state, samples);
    try {
      requireFiniteResults(samples, learned);
    } catch (error) {
      // What was predicted by a model that is not finite any more, is the fault of a sample before it.
      const { index = 0 } = error as SampleError;
      if (index > 0) requireFiniteState(learner.learnMany(state, samples.slice(0, index)).state);
      throw error;
    }
    if (careful) requireFiniteState(learned.state);
    return learned;
  };

  const refuse = (error: SampleError | RequestError, { job, place }: Place): void => {
    const placed = error instanceof SampleError ? error.at(place) : error;
    if (jobs[job].atomic) results[job].error = placed;
    else results[job].refused.set(place, placed instanceof SampleError ? placed : tooLarge(jobs[job], place));
  };

  let next: Place = { job: 0, place: 0 };
  let atOnce = AT_ONCE;
  let most = atOnce;
  while (true) {
    const { ranges, end, count } = take(jobs, { results, next, most });
    if (ranges.length === 0) return { state, results: results.map(resultOf) };
    const samples = samplesOf(ranges, jobs);
    const before = state;
    let from = 0;
    try {
      const learned: LearnedMany[] = [];
      for (let size = 0; from < count; from += size) {
        size = Math.min(atOnce, count - from);
        const began = now();
        learned.push(learn(size === count ? samples : samples.slice(from, from + size)));
        state = learned[learned.length - 1].state;
        if (size === atOnce && now() - began < 1) atOnce = Math.min(2 * atOnce, MOST_AT_ONCE);
        yield;
      }
      note(learned, ranges, results);
      next = end;
      most = atOnce;
    } catch (error) {
      state = before;
      const isOne = ranges.length === 1 && (jobs[ranges[0].job].atomic || count === 1);
      if (error instanceof SampleError) refuse(error, placeOf(from + (error.index ?? 0), ranges));
      else if (!(error instanceof RequestError)) throw error;
      else if (isOne) refuse(error, placeOf(0, ranges));
      else most = count >> 1; // something among them is at fault; the rest is learned
    }
  }
}

interface Result {
  readonly parts: LearnedPart[];
  readonly refused: Map<number, SampleError>;
  error: SampleError | RequestError | undefined;
}

interface Place {
  readonly job: number;
  readonly place: number;
}

/** Samples of a job that follow one upon the other. */
interface Range {
  readonly job: number;
  readonly from: number;
  readonly to: number;
}

/** The next samples: as many as there may be at most, but atomic jobs whole, and at least one of them. */
function take(
  jobs: readonly Job[],
  { results, next, most }: { results: readonly Result[]; next: Place; most: number },
): { ranges: Range[]; end: Place; count: number } {
  const ranges: Range[] = [];
  let count = 0;
  let { job, place } = next;
  while (job < jobs.length && count < most) {
    const { samples, atomic } = jobs[job];
    const { refused, error } = results[job];
    if (error === undefined && place < samples.length) {
      if (atomic && count > 0 && count + samples.length > most) break;
      let to = atomic ? samples.length : Math.min(samples.length, place + most - count);
      if (refused.size > 0) {
        while (place < to && refused.has(place)) place++;
        for (let i = place; i < to; i++) if (refused.has(i)) to = i;
      }
      if (to > place) ranges.push({ job, from: place, to });
      count += to - place;
      place = to;
      if (place < samples.length) continue;
    }
    job++;
    place = 0;
  }
  return { ranges, end: { job, place }, count };
}

function samplesOf(ranges: readonly Range[], jobs: readonly Job[]): Samples {
  if (ranges.length === 1) {
    const [{ job, from, to }] = ranges;
    const { samples } = jobs[job];
    return from === 0 && to === samples.length ? samples : samples.slice(from, to);
  }
  const all: Sample[] = [];
  for (const { job, from, to } of ranges) {
    for (let place = from; place < to; place++) all.push(jobs[job].samples.at(place)!);
  }
  return all;
}

/** Hands to each job what its samples gave. */
function note(learned: readonly LearnedMany[], ranges: readonly Range[], results: readonly Result[]): void {
  if (ranges.length === 1) {
    let [{ job, from }] = ranges;
    for (const { outputs, costs } of learned) {
      results[job].parts.push({ from, outputs, costs });
      from += costs.length;
    }
    return;
  }
  const [{ outputs, costs }] = learned;
  const units = outputs.length / costs.length;
  let row = 0;
  for (const { job, from, to } of ranges) {
    const end = row + to - from;
    results[job].parts.push({
      from,
      outputs: outputs.subarray(row * units, end * units) as typeof outputs,
      costs: costs.subarray(row, end) as typeof costs,
    });
    row = end;
  }
}

function placeOf(at: number, ranges: readonly Range[]): Place {
  let left = at;
  for (const { job, from, to } of ranges) {
    if (left < to - from) return { job, place: from + left };
    left -= to - from;
  }
  throw new RangeError(`Cannot find sample as there must be one at ${at}`);
}

function tooLarge({ samples }: Job, index: number): SampleError {
  return new SampleError({ field: "sample", rule: "leave the model finite", value: samples.at(index), index });
}

function resultOf({ parts, refused, error }: Result): JobResult {
  return error === undefined ? { parts, refused } : { error };
}
