import { type Sample, SampleError } from "../../feature/mod.ts";
import type { LearnedMany, Learner, LearnerState } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import { requireFiniteResults } from "../require_finite_results.ts";
import { requireFiniteState } from "../require_finite_state.ts";

/** How samples are learned. */
export interface LearnSamplesOptions {
  /** Whether all are refused if one is. */
  readonly atomic: boolean;
  /** Whether the state is looked at after every few samples, instead of by the caller in the end. */
  readonly careful: boolean;
}

/** Some samples, as far as they were learned. */
export interface LearnedSamples {
  /** The state after them. */
  readonly state: LearnerState;
  /** What was learned, in order: the places of the samples, and what `learnMany` gave for them. */
  readonly parts: readonly LearnedPart[];
  /** What was refused, by the places of the samples. */
  readonly refused: ReadonlyMap<number, SampleError>;
}

/** Samples that were learned at once. */
export interface LearnedPart extends Pick<LearnedMany, "outputs" | "costs"> {
  /** The places of the samples. */
  readonly places: readonly number[];
}

/** So many samples are learned at once; between them others may have a turn. */
const AT_ONCE = 256;

/**
 * Learns samples one after the other, and goes around those that cannot be used. It yields now and then.
 *
 * @param learner The learner.
 * @param start The state, and the samples by their places.
 * @param options Whether all are refused if one is, and whether the state is looked at on the way.
 * @returns The state, what was learned, and what was refused.
 * @throws {SampleError} If one of atomic samples cannot be used; it tells the place.
 * @throws {RequestError} 422 if atomic samples would make the model infinite.
 */
export function* learnSamples(
  learner: Learner,
  { state, samples }: { readonly state: LearnerState; readonly samples: ReadonlyMap<number, Sample> },
  { atomic, careful }: LearnSamplesOptions,
): Generator<void, LearnedSamples> {
  const all = [...samples];
  const parts: LearnedPart[] = [];
  const refused = new Map<number, SampleError>();
  let most = AT_ONCE;
  for (let begin = 0; begin < all.length;) {
    const some = all.slice(begin, begin + most);
    try {
      const learned = learner.learnMany(state, some.map(([, sample]) => sample));
      requireFiniteResults(some.map(([, sample]) => sample), learned);
      if (careful) requireFiniteState(learned.state);
      parts.push({ places: some.map(([place]) => place), outputs: learned.outputs, costs: learned.costs });
      state = learned.state;
      begin += some.length;
      most = AT_ONCE;
    } catch (error) {
      const at = placeOf(error, some.length);
      if (at === undefined) throw error;
      if (atomic) throw error instanceof SampleError ? error.at(some[at][0]) : error;
      if (at > 0) most = at;
      else {
        const [place, sample] = some[0];
        refused.set(place, error instanceof SampleError ? error.at(place) : tooLarge(sample, place));
        begin++;
        most = AT_ONCE;
      }
    }
    yield;
  }
  return { state, parts, refused };
}

/** How many samples can be learned before the one that is at fault; as good as can be told. */
function placeOf(error: unknown, length: number): number | undefined {
  if (error instanceof SampleError) return error.index ?? 0;
  if (error instanceof RequestError) return Math.floor(length / 2); // 0 for the last one that is left
  return undefined;
}

function tooLarge(sample: Sample, index: number): SampleError {
  return new SampleError({ field: "sample", rule: "leave the model finite", value: sample, index });
}
