import type { Vector } from "../kernel/mod.ts";
import type { LearnerState } from "./learner.ts";
import type { Mixed } from "./mixer.ts";
import { sizeOf } from "./table_lessons.ts";
import type { TableParts } from "./table_parts.ts";
import type { FadingMean, TableNumbers } from "./table_state.ts";

/** How many of the newest samples may come from the new world already when a drift is found. */
const KEPT = 12;

/** Errors of late fade to a half in 20 samples, those of before in 350. */
const [LATE, BEFORE] = [0.966, 0.998];

/** Before the first error, and after a drift, lest the fall of the errors that follows it be taken for another rise. */
export const noSurprises: TableNumbers["errors"] = { late: { sum: 0, weight: 0 }, before: { sum: 0, weight: 0 } };

/** What was answered to a sample, and what came true. */
export interface Judged {
  /** The answer. */
  readonly mixed: Mixed;
  /** What came true, in the same units. */
  readonly target: Vector;
}

/**
 * Tells the detector how wrong an answer was, from 0 to 1, and if answers have become worse, lets the learner start over: the
 * memory forgets all but its newest samples, the networks of the main committee and their optimizers begin anew, at the
 * learning rate of the start, and no expert counts more than another. The networks that follow quickly go on, and so
 * answers are never worse than theirs for long.
 *
 * @param parts What the learner is made of.
 * @param state The state after the sample.
 * @param judged The answer to it, made before it was learned.
 * @returns The state, adapted.
 */
export function adapted(parts: TableParts, state: TableNumbers, judged: Judged): TableNumbers {
  const { detector, buffer, mixer } = parts;
  if (detector === null) return state;
  const error = surpriseOf(parts, judged);
  const drift = detector.update(state.drift, error);
  const errors = { late: faded(state.errors.late, error, LATE), before: faded(state.errors.before, error, BEFORE) };
  if (detector.status(drift) !== "drift" || meanOf(errors.late) <= meanOf(errors.before)) {
    return { ...state, drift, errors };
  }
  return {
    ...state,
    drift: detector.init(),
    errors: noSurprises,
    replay: buffer.shrink(state.replay, KEPT),
    members: restarted(parts, state),
    mix: mixer.forget(state.mix),
    counts: { ...state.counts, drifts: state.counts.drifts + 1, driftedAt: state.samples },
  };
}

/** How wrong an answer was: 1 less the probability of the class; the distance in standard deviations; of labels the mean. */
function surpriseOf({ task }: TableParts, { mixed: { output }, target }: Judged): number {
  let sum = 0;
  if (task === "classification") {
    for (let j = 0; j < target.length; j++) sum += target[j] * (output[j] ?? 0);
    return between(1 - sum);
  }
  for (let j = 0; j < target.length; j++) sum += Math.abs((output[j] ?? 0) - target[j]);
  return between(sum / target.length);
}

/** Not finite is as wrong as can be. */
function between(error: number): number {
  return error >= 0 && error <= 1 ? error : error < 0 ? 0 : 1;
}

function faded({ sum, weight }: FadingMean, error: number, fading: number): FadingMean {
  return { sum: fading * sum + error, weight: fading * weight + 1 };
}

function meanOf({ sum, weight }: FadingMean): number {
  return sum / weight;
}

function restarted(parts: TableParts, state: TableNumbers): LearnerState[] {
  const size = sizeOf(parts, state);
  let next = 0;
  return parts.committees.flatMap(({ members, restarts }) =>
    members.map((member) => {
      const own = state.members[next++];
      return restarts ? member.at(size).init() : own;
    })
  );
}
