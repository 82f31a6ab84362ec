import type { Features, Sample } from "../feature/mod.ts";
import { growLagPlaces } from "./lag_inputs.ts";
import type { LearnerState } from "./learner.ts";
import type { MemberSample } from "./member.ts";
import { meanOf } from "./mean_of.ts";
import type { Mixed } from "./mixer.ts";
import type { ReplayItem } from "./replay_item.ts";
import { requireSample } from "./require_sample.ts";
import { soundAnswer } from "./sound_answer.ts";
import { adapted } from "./table_drift.ts";
import { inputOf, type Known, lessonsFor, newLessons, oldLesson, sizeOf } from "./table_lessons.ts";
import type { Committee, TableParts } from "./table_parts.ts";
import { numbersOf, type TableState, tableState } from "./table_state.ts";
import type { TargetState } from "./target_codec.ts";

/** For so many samples from the start on, and from a drift on, samples of the memory are learned again more often: */
const EAGER = 500;
/** so many times as often. */
const EAGERNESS = 3;

/**
 * What a table learner answers to features, in the units of its networks, and what that is made of.
 *
 * @param parts What the learner is made of.
 * @param state Its state.
 * @param features The features.
 * @returns The answer.
 * @throws {SampleError} If the features cannot be used.
 */
export function answer(parts: TableParts, state: TableState, features: Features): Mixed {
  const { task, encoder, codec, committees, mixer, lags } = parts;
  const earlier = state.earlier.slice(0, lags);
  const input = inputOf(parts, { input: encoder.read(state.features, features), earlier }, state);
  const size = sizeOf(parts, state);
  let next = 0;
  const answers = committees.map(({ members }) =>
    soundAnswer(task, meanOf(members.map((member) => member.at(size).predict(state.members[next++], input))))
  );
  const [newest] = state.earlier;
  return mixer.mix(state.mix, { answers, last: newest && codec.scale(state.target, newest) });
}

/**
 * The state after one more sample. The features and the target become known first, so that the networks grow with them;
 * then each network learns the sample, and with it some of those that came before. Of a sample that weighs nothing only its
 * class becomes known.
 *
 * @param parts What the learner is made of.
 * @param state The state before.
 * @param sample The sample.
 * @param mixed What was answered to it.
 * @returns A new state.
 * @throws {SampleError} If the sample cannot be used.
 */
export function learn(parts: TableParts, state: TableState, sample: Sample, mixed: Mixed): TableState {
  const { encoder, codec, committees, buffer, mixer, lags } = parts;
  const given = requireSample(sample);
  const target = codec.update(state.target, sample.target);
  const y = codec.encode(target, sample.target);
  const weight = given * parts.classWeight(target, y);
  if (weight === 0) return passed(parts, state, target);
  const features = encoder.update(state.features, sample.features);
  const lag = growLagPlaces(state.lag, { width: encoder.width(features), units: target.units, lags });
  const known: Known = { features, target, lag };
  const earlier = state.earlier.slice(0, lags);
  const item: ReplayItem = { input: encoder.read(features, sample.features), earlier, target: y, weight };

  const times = state.samples - state.counts.driftedAt < EAGER ? EAGERNESS : 1;
  const most = times * Math.max(...committees.map(({ replays }) => replays));
  const [drawn, replay] = buffer.sample(state.replay, most);
  const [first, ...again] = newLessons(parts, item, known);
  const old = drawn.map((one) => oldLesson(parts, one, known));
  const size = sizeOf(parts, known);
  const grown = grownMembers(parts, state, known);
  let [next, refused] = [0, 0];
  let samples: MemberSample[] = [];
  const members = committees.flatMap((committee, i) => {
    // What weighs more than 1 has the last word, so that the memory does not take back what it has moved.
    if (!learnsAlike(committee, committees[i - 1])) {
      samples = lessonsFor([first, ...old.slice(0, times * committee.replays), ...again], committee);
    }
    return committee.members.map((member) => {
      const before = grown[next++];
      const after = member.at(size).learn(before, samples);
      if (after === before) refused = 1;
      return after;
    });
  });

  const judged = state.samples === 0 ? state.mix : mixer.update(state.mix, mixed, codec.scale(state.target, y));
  const learned = {
    samples: state.samples + 1,
    members,
    ...known,
    earlier: [y, ...state.earlier].slice(0, Math.max(1, lags)),
    replay: buffer.add(replay, item),
    mix: judged,
    drift: state.drift,
    errors: state.errors,
    counts: { ...state.counts, refused: state.counts.refused + refused },
  };
  return tableState(adapted(parts, learned, { mixed, target: codec.scale(state.target, y) }));
}

/** The state after a sample that weighs nothing: a class that is new in it is known, and nothing else has changed. */
function passed(parts: TableParts, state: TableState, seen: TargetState): TableState {
  const { encoder, task, lags } = parts;
  const samples = state.samples + 1;
  if (task === "regression" || seen === state.target) return tableState({ ...numbersOf(state), samples });
  const lag = growLagPlaces(state.lag, { width: encoder.width(state.features), units: seen.units, lags });
  const known: Known = { features: state.features, target: seen, lag };
  return tableState({ ...numbersOf(state), ...known, samples, members: grownMembers(parts, state, known) });
}

function grownMembers(parts: TableParts, state: TableState, known: Known): readonly LearnerState[] {
  const [from, size] = [sizeOf(parts, state), sizeOf(parts, known)];
  if (from.inputs === size.inputs && from.units === size.units) return state.members;
  const members = parts.committees.flatMap(({ members }) => members);
  return members.map((member, m) => member.grow(state.members[m], size));
}

/** Whether a committee learns the samples that the one before it does. */
function learnsAlike({ replays, smooth }: Committee, before: Committee | undefined): boolean {
  return before?.replays === replays && before.smooth === smooth;
}
