import { type Sample, SampleError } from "../../feature/mod.ts";
import type { LearnedMany, Learner, LearnerState } from "../../learner/mod.ts";
import { RequestError } from "../request_error.ts";
import { requireFiniteResults } from "../require_finite_results.ts";
import { requireFiniteState } from "../require_finite_state.ts";

/** Samples that are learned all or none. */
export type Unit = readonly Sample[];

/** What has become of a unit: what its samples gave, in order, or why none was learned. */
export type UnitResult =
  | { readonly rows: readonly LearnedRow[] }
  /** The error tells the place of the sample in the unit, if it is one sample's fault. */
  | { readonly error: SampleError | RequestError };

/** What a sample gave: a row of what several gave. */
export interface LearnedRow extends Pick<LearnedMany, "outputs" | "costs"> {
  /** Which row. */
  readonly row: number;
}

/** What is learned, and from where on. */
export interface LearnUnitsOptions {
  /** The learner. */
  readonly learner: Learner;
  /** The state to go on from. */
  readonly state: LearnerState;
  /** The units, none of them empty. */
  readonly units: readonly Unit[];
  /** Whether the state is looked at on the way, and not by the caller in the end. */
  readonly careful: boolean;
}

/** So many samples are learned at once; between them others may have a turn. */
const AT_ONCE = 256;

/**
 * Learns units one after the other, as many at once as can be, and goes around those that cannot be learned. It yields now and
 * then.
 *
 * @param options The learner, its state, and the units.
 * @returns The state after them, and what has become of each.
 */
export function* learnUnits(
  { learner, state, units, careful }: LearnUnitsOptions,
): Generator<void, { readonly state: LearnerState; readonly results: readonly UnitResult[] }> {
  const results: UnitResult[] = new Array(units.length);
  const learn = (samples: readonly Sample[]): LearnedMany => {
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

  let most = AT_ONCE;
  for (let begin = 0; begin < units.length;) {
    const some = take(units, { results, begin, most });
    const samples = some.flatMap((u) => units[u]);
    const before = state;
    let from = 0;
    try {
      const rows: LearnedRow[] = [];
      for (; from < samples.length; from += AT_ONCE) {
        const { outputs, costs, state: after } = learn(samples.slice(from, from + AT_ONCE));
        for (let row = 0; row < costs.length; row++) rows.push({ outputs, costs, row });
        state = after;
        yield;
      }
      let next = 0;
      for (const u of some) results[u] = { rows: rows.slice(next, next += units[u].length) };
      most = AT_ONCE;
    } catch (error) {
      state = before;
      if (error instanceof SampleError) {
        const { unit, place } = placeOf(from + (error.index ?? 0), some, units);
        results[unit] = { error: error.at(place) };
      } else if (!(error instanceof RequestError)) throw error;
      else if (some.length === 1) results[some[0]] = { error };
      else most = samples.length >> 1; // one of them is at fault; the others are learned
    }
    while (results[begin] !== undefined) begin++;
  }
  return { state, results };
}

/** The next units that nothing has become of yet: as many as have so many samples, and at least one. */
function take(
  units: readonly Unit[],
  { results, begin, most }: { results: readonly UnitResult[]; begin: number; most: number },
): number[] {
  const taken: number[] = [];
  let count = 0;
  for (let u = begin; u < units.length; u++) {
    if (results[u] !== undefined) continue;
    count += units[u].length;
    if (taken.length > 0 && count > most) break;
    taken.push(u);
  }
  return taken;
}

/** The unit that a sample belongs to, and its place there. */
function placeOf(at: number, some: readonly number[], units: readonly Unit[]): { unit: number; place: number } {
  let place = at;
  for (const unit of some) {
    if (place < units[unit].length) return { unit, place };
    place -= units[unit].length;
  }
  throw new RangeError(`Cannot find sample as there must be one at ${at}`);
}
