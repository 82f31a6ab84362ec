import type { SparseVector, Vector } from "../kernel/mod.ts";
import { withLags } from "./lag_inputs.ts";
import type { MemberSample, MemberSize } from "./member.ts";
import type { ReplayItem } from "./replay_item.ts";
import type { Committee, TableParts } from "./table_parts.ts";
import type { TableState } from "./table_state.ts";

/** What is known of a stream beside what the networks have learned of it. */
export type Known = Pick<TableState, "features" | "target" | "lag">;

/** A sample for the networks, but for what each committee makes of its target. */
export type Lesson = MemberSample;

/** How often a sample is learned at most, however much it weighs: by then no network has much left to learn of it. */
const MOST_TIMES = 16;

/** How much a sample that is learned again counts at most. */
const MOST_WEIGHT = 4;

/**
 * How large the networks are.
 *
 * @param parts What the learner is made of.
 * @param known What is known of the stream.
 * @returns The size; one input at least.
 */
export function sizeOf({ encoder }: TableParts, { features, target, lag }: Known): MemberSize {
  return { inputs: Math.max(1, encoder.width(features) + lag.places.length), units: target.units };
}

/**
 * The input of the networks.
 *
 * @param parts What the learner is made of.
 * @param item Features and earlier targets.
 * @param known What is known of the stream.
 * @returns The input.
 */
export function inputOf(
  { encoder, codec, lags }: TableParts,
  { input, earlier }: Pick<ReplayItem, "input" | "earlier">,
  { features, target, lag }: Known,
): Vector | SparseVector {
  const width = encoder.width(features);
  if (width + lag.places.length === 0) return new Float32Array(1);
  const own = encoder.prepare(features, input);
  if (lags === 0) return own;
  return withLags(lag, { features: own, earlier: earlier.map((one) => codec.scale(target, one)) }, width);
}

/**
 * A new sample as the networks learn it: as many times as it weighs, and once more for what is left of its weight. So a
 * weight of 2 is learned as the same sample twice, and one of 1,000 goes as far as the sample asks for and not beyond.
 *
 * @param parts What the learner is made of.
 * @param item The sample.
 * @param known What is known of the stream.
 * @returns A lesson for each time.
 */
export function newLessons(parts: TableParts, item: ReplayItem, known: Known): Lesson[] {
  const whole = Math.min(MOST_TIMES, Math.floor(item.weight));
  const rest = whole === MOST_TIMES ? 0 : item.weight - whole;
  const lesson = lessonOf(parts, item, known);
  const weights = [...Array<number>(whole).fill(1), ...rest > 0 ? [rest] : []];
  return weights.map((weight) => ({ ...lesson, weight }));
}

/**
 * A sample of the memory as the networks learn it again.
 *
 * @param parts What the learner is made of.
 * @param item The sample.
 * @param known What is known of the stream now.
 * @returns The lesson.
 */
export function oldLesson(parts: TableParts, item: ReplayItem, known: Known): Lesson {
  const lesson = lessonOf(parts, item, known);
  return { ...lesson, weight: Math.min(MOST_WEIGHT, item.weight) };
}

/**
 * Lessons with the targets that a committee answers.
 *
 * @param lessons The lessons.
 * @param committee The committee.
 * @returns The samples for its networks.
 */
export function lessonsFor(lessons: readonly Lesson[], { smooth }: Committee): MemberSample[] {
  return lessons.map((lesson) => ({ ...lesson, target: smooth(lesson.target) }));
}

function lessonOf(parts: TableParts, item: ReplayItem, known: Known): Lesson {
  const { target } = known;
  const wanted = parts.codec.scale(target, padded(item.target, target.units));
  return { features: inputOf(parts, item, known), target: wanted, weight: 1 };
}

/** A target of a time when there were fewer outputs. */
function padded(target: Vector, units: number): Vector {
  if (target.length === units) return target;
  const longer = new Float32Array(units);
  longer.set(target.slice());
  return longer;
}
