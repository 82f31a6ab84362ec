import { type Sample, SampleError, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { isAllFinite } from "../../lib/learner/is_all_finite.ts";
import type { TableParts } from "../../lib/learner/table_parts.ts";
import type { TableState } from "../../lib/learner/table_state.ts";
import { answer, learn } from "../../lib/learner/table_step.ts";
import { partsOf } from "./parts_of.ts";
import { startOf } from "./start_of.ts";

function step(parts: TableParts, state: TableState, sample: Sample): TableState {
  return learn(parts, state, sample, answer(parts, state, sample.features));
}

const parts = partsOf();
const samples: Sample[] = Array.from({ length: 30 }, (_, i) => ({ features: { x: i % 7 }, target: "ab"[i % 2] }));
const learned = samples.reduce((state, sample) => step(parts, state, sample), startOf(parts));

Deno.test("answer() asks each committee for the mean of its networks, and mixes them", () => {
  const { question, experts, output } = answer(parts, learned, { x: 3 });
  assertEquals(question.answers.length, 3);
  assertEquals(experts.length, 5); // and the last class, and the pool
  const x = parts.encoder.prepare(learned.features, parts.encoder.read(learned.features, { x: 3 }));
  const [first, second] = parts.committees[0].members.map((member, m) =>
    member.at({ inputs: 1, units: 2 }).predict(learned.members[m], x as Float32Array)
  );
  assertEquals(question.answers[0][0], Math.fround((first[0] + second[0]) / 2));
  assertEquals([...question.last!], [0, 1]);
  assertEquals(output, parts.mixer.mix(learned.mix, question).output);
});

Deno.test("learn() counts the sample, remembers it, and makes its field and class known", () => {
  const state = step(parts, startOf(parts), { features: { x: 5 }, target: "c" });
  assertEquals([state.samples, parts.buffer.size(state.replay), state.target.labels], [1, 1, ["c"]] as unknown);
  assertEquals(parts.encoder.columns(state.features).map(({ name }) => name), ["x"]);
  assertEquals(state.earlier, [Float32Array.of(1, 0)]);
  assertEquals(state.mix, parts.mixer.init()); // the first answer came from nothing
  assertEquals(state.members.map(({ samples }) => samples), [1, 1, 1, 1]);
});

Deno.test("learn() gives the replayed committees some of the earlier samples again, and the quick network none", () => {
  assertEquals(learned.members.map(({ samples }) => samples), [30 + 29 * 6, 204, 204, 30]); // none before the first
});

Deno.test("learn() grows all networks with a new class and a new field", () => {
  const state = step(parts, learned, { features: { x: 1, y: 2 }, target: "c" });
  const sizes = state.members.map(({ network: { inputs, layers } }) => [inputs, layers[layers.length - 1].units]);
  const inputs = parts.encoder.width(state.features);
  assertEquals(inputs > 1, true);
  assertEquals(sizes, Array(4).fill([inputs, 3]));
  assertEquals(learned.members[0].network.inputs, 1);
});

Deno.test("learn() remembers as many earlier targets as the networks see, and one at least", () => {
  const lagged = partsOf({ task: "regression", lags: 3 });
  const state = [1, 2, 3, 4, 5].reduce((s, target) => step(lagged, s, { features: {}, target }), startOf(lagged));
  assertEquals(state.earlier.map((y) => y[0]), [5, 4, 3]);
  assertEquals(state.lag, { places: [0, 1, 2], steps: [0, 1, 2], outputs: [0, 0, 0] });
  assertEquals(learned.earlier.length, 1);
});

Deno.test("learn() of a sample that weighs nothing changes the number of samples alone", () => {
  const after = step(parts, learned, { features: { x: 1e9, z: 4 }, target: "a", weight: 0 });
  assertEquals(after, { ...learned, samples: 31 });
  const classes = partsOf({ classWeights: { a: 0 } });
  const before = step(classes, startOf(classes), { features: { x: 1 }, target: "b" });
  assertEquals(step(classes, before, { features: { x: 2 }, target: "a", weight: 5 }).members, before.members);
  const numbers = partsOf({ task: "regression" });
  const start = startOf(numbers);
  assertEquals(step(numbers, start, { features: { x: 1 }, target: 9, weight: 0 }), { ...start, samples: 1 });
});

Deno.test("learn() of a sample that weighs nothing makes its class known", () => {
  const after = step(parts, learned, { features: { x: 1 }, target: "c", weight: 0 });
  assertEquals(after.target.labels, ["a", "b", "c"]);
  assertEquals(after.members[0].network.layers[1].units, 3);
  assertEquals(after.features === learned.features && after.mix === learned.mix, true);
});

Deno.test("learn() refuses and counts a step that would make a parameter NaN or infinite", () => {
  const wild = partsOf({ task: "regression", hidden: [], optimizer: sgd({ learningRate: 3e38 }), replays: 0 });
  let state = startOf(wild);
  for (let i = 0; i < 20; i++) state = step(wild, state, { features: { x: i % 3 }, target: 1e6 * (i % 4) });
  assertEquals(state.counts.refused > 5 && state.counts.refused <= 20, true);
  assertEquals(isAllFinite(state.members.map(({ network }) => network.parameters)), true);
  assertEquals(answer(wild, state, { x: 1 }).output.every(Number.isFinite), true);
  assertEquals(learned.counts.refused, 0);
});

Deno.test("learn() refuses a bad weight", () => {
  for (const [weight, shown] of [[-1, "-1"], [NaN, "NaN"], [Infinity, "Infinity"], ["2", '"2"'], [null, "null"]]) {
    const sample = { features: { x: 1 }, target: "a", weight } as unknown as Sample;
    const { message } = assertThrows(() => step(parts, learned, sample), SampleError);
    assertEquals(message, `Cannot use weight as it must be a number from 0 on: current value is ${shown}`);
  }
});
