import { assertAlmostEquals, assertEquals } from "@std/assert";
import { labelMixer } from "../../lib/learner/label_mixer.ts";

const mixer = labelMixer(1);
const vector = (...numbers: number[]) => Float32Array.from(numbers);
const asked = mixer.mix(mixer.init(), { answers: [vector(0.75, 0.25)], last: undefined });

Deno.test("labelMixer() begins with equal weights of the committee and of even odds", () => {
  assertEquals([...asked.experts[1] as Float64Array], [0.5, 0.5]);
  assertEquals([...asked.output], [0.625, 0.375]);
});

Deno.test("labelMixer() gains the mean log likelihood, and counts how often each label came", () => {
  const state = mixer.update(mixer.init(), asked, vector(1, 0));
  assertAlmostEquals(state.gains[0], Math.log(0.75), 1e-6); // ln 0.75 of either label
  assertAlmostEquals(state.gains[1], Math.log(0.5), 1e-6);
  assertEquals([[...state.sums], [...state.counts]], [[1], [1, 0]]);
  const { experts } = mixer.mix(state, { answers: [vector(0, 0, 0)], last: vector(1, 0) });
  assertEquals([...experts[1] as Float64Array], [0.75, 0.25, 0.25]); // (n + 1/2) / (1 + 1)
});

Deno.test("labelMixer() bounds what an expert loses that was sure, or did not know a label", () => {
  const sure = mixer.mix(mixer.init(), { answers: [vector(0, 1)], last: undefined });
  const { gains } = mixer.update(mixer.init(), sure, vector(1, 1, 1));
  assertAlmostEquals(gains[0], (2 * Math.log(1e-6) + Math.log(1 - 1e-6)) / 3, 1e-5);
  assertAlmostEquals(gains[1], (2 * Math.log(0.5) + Math.log(1e-6)) / 3, 1e-5);
});
