import type { DriftDetector } from "@backstream/backstream";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { Mixed } from "../../lib/learner/mixer.ts";
import { adapted } from "../../lib/learner/table_drift.ts";
import type { TableParts } from "../../lib/learner/table_parts.ts";
import type { TableState } from "../../lib/learner/table_state.ts";
import { answer, learn } from "../../lib/learner/table_step.ts";
import { partsOf } from "./parts_of.ts";
import { startOf } from "./start_of.ts";

/** Remembers the errors, and finds a drift whenever one is larger than 1/2. */
const listening: DriftDetector<number[]> = {
  spec: { name: "listening" },
  form: ["list", "number"],
  init: () => [],
  update: (state: number[], error: number) => [...state, error],
  status: (state: number[]) => state[state.length - 1] > 0.5 ? "drift" : "stable",
} as unknown as DriftDetector<number[]>;

const detecting = { drift: listening as DriftDetector<unknown> };
const parts = partsOf(detecting);

/** A state after samples, of which no answer was bad. */
function learned(parts: TableParts, count = 60): TableState {
  const quiet = { ...parts, detector: null };
  let state = startOf(parts);
  for (let i = 0; i < count; i++) {
    const sample = { features: { x: i % 5 }, target: parts.task === "regression" ? i % 5 : "ab"[i % 2] };
    state = learn(quiet, state, sample, answer(quiet, state, sample.features));
  }
  return state;
}

const judged = (output: number[], target: number[]) => ({
  mixed: { output: Float32Array.from(output) } as unknown as Mixed,
  target: Float32Array.from(target),
});
const good = judged([0.75, 0.25], [1, 0]);
const bad = judged([0.25, 0.75], [1, 0]);
const before = learned(parts);

Deno.test("adapted() tells the detector 1 - p of the class, and changes nothing if it finds no drift", () => {
  const after = adapted(parts, before, good);
  assertEquals(after.drift, [0.25]);
  assertEquals(after.errors, { late: { sum: 0.25, weight: 1 }, before: { sum: 0.25, weight: 1 } });
  const { drift: _, errors: __, network: ___, optimizer: ____, ...rest } = before;
  for (const [key, value] of Object.entries(rest)) assertEquals(after[key as "samples"] === value, true, key);
});

Deno.test("adapted() fades the errors of late faster than those of before", () => {
  const { errors } = adapted(parts, adapted(parts, before, good) as TableState, good);
  assertAlmostEquals(errors.late.sum, 0.966 * 0.25 + 0.25, 1e-12);
  assertAlmostEquals(errors.late.weight, 1.966, 1e-12);
  assertAlmostEquals(errors.before.sum, 0.998 * 0.25 + 0.25, 1e-12);
});

Deno.test("adapted() starts the replayed committees over, keeps 12 samples, and lets the quick network go on", () => {
  const calm = adapted(parts, before, good) as TableState;
  const copy = structuredClone(calm);
  const after = adapted(parts, calm, bad);
  assertEquals(structuredClone(calm), copy);
  assertEquals([parts.buffer.size(before.replay), parts.buffer.size(after.replay)], [60, 12]);
  assertEquals(after.counts, { drifts: 1, driftedAt: 60, refused: 0 });
  assertEquals([after.drift, [...after.mix.gains]], [[], [0, 0, 0]]);
  const members = parts.committees.flatMap(({ members }) => members);
  for (const m of [0, 1, 2]) assertEquals(after.members[m], members[m].at({ inputs: 1, units: 2 }).init());
  assertEquals(after.members[3] === before.members[3], true);
  assertEquals([after.features, after.target, after.samples], [before.features, before.target, 60]);
});

Deno.test("adapted() starts nothing over when answers have become better", () => {
  const always = { ...listening, status: () => "drift" } as unknown as DriftDetector<unknown>;
  const eager = { ...parts, detector: always };
  const worse = adapted({ ...parts, detector: { ...always, status: () => "stable" } }, before, bad) as TableState;
  const after = adapted(eager, worse, good);
  assertEquals(after.counts.drifts, 0);
  assertEquals(after.members === worse.members, true);
});

Deno.test("adapted() tells of numbers and labels their mean distance, and 1 of what is not finite", () => {
  const errorOf = (task: "regression" | "multilabel", output: number[], target: number[]) => {
    const made = partsOf({ ...detecting, task });
    const calm = { ...learned(parts), drift: [], errors: before.errors };
    return (adapted(
      { ...parts, task: made.task, detector: { ...parts.detector!, status: () => "stable" } },
      calm,
      judged(output, target),
    ).drift as number[])[0];
  };
  assertEquals(errorOf("regression", [0.5], [0]), 0.5);
  assertEquals(errorOf("regression", [9], [0]), 1);
  assertEquals(errorOf("multilabel", [0.5, 0.75], [1, 1]), 0.375);
  assertEquals(errorOf("multilabel", [0], [0, 1]), 0.5);
  for (const output of [NaN, Infinity, -Infinity]) assertEquals(errorOf("regression", [output], [0]), 1);
});

Deno.test("adapted() without a detector gives the state itself", () => {
  const none = partsOf({ drift: null });
  const state = learned(none, 3);
  assertEquals(adapted(none, state, bad) === state, true);
});
