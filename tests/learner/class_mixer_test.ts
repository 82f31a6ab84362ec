import { assertAlmostEquals, assertEquals } from "@std/assert";
import { classMixer } from "../../lib/learner/class_mixer.ts";

const mixer = classMixer(1);
const vector = (...numbers: number[]) => Float32Array.from(numbers);

function assertClose(actual: ArrayLike<number>, expected: number[]): void {
  assertEquals(actual.length, expected.length);
  for (const [j, number] of expected.entries()) assertAlmostEquals(actual[j], number, 1e-6);
}

Deno.test("classMixer() begins with equal weights of the committee, of even odds and of their pool", () => {
  const { experts, output } = mixer.mix(mixer.init(), { answers: [vector(0.8, 0.2)], last: undefined });
  assertClose(experts[1], [0.5, 0.5]);
  assertClose(experts[2], [2 / 3, 1 / 3]); // sqrt(0.8 0.5) to sqrt(0.2 0.5), which is 2 to 1
  assertClose(output, [(0.8 + 0.5 + 2 / 3) / 3, (0.2 + 0.5 + 1 / 3) / 3]);
});

Deno.test("classMixer() gains ln p of the class that came, and steps down the gradient of the pool", () => {
  const mixed = mixer.mix(mixer.init(), { answers: [vector(0.8, 0.2)], last: undefined });
  const { gains, pool, squares, sums, counts } = mixer.update(mixer.init(), mixed, vector(0, 1));
  assertClose(gains, [Math.log(0.2), Math.log(0.5), Math.log(1 / 3)]);
  const gradient = (2 / 3) * Math.log(0.8) + (1 / 3 - 1) * Math.log(0.2); // (2/3) ln 4; that of even odds is 0
  assertClose(pool, [0.5 - 0.02 * gradient / Math.sqrt(1 + 0.02 * gradient * gradient), 0.5]);
  assertClose(squares, [gradient * gradient, 0]);
  assertClose(sums, [1, 2]); // there was no last class
  assertClose(counts, [0, 1]);
});

Deno.test("classMixer() expects the last class as often as it came again, and the others as often as they came", () => {
  const state = { ...mixer.init(), sums: Float64Array.of(3, 4), counts: Float64Array.of(1, 2, 0) };
  const { experts } = mixer.mix(state, { answers: [vector(0.2, 0.3, 0.5)], last: vector(1, 0, 0) });
  assertClose(experts[1], [3 / 4, (1 / 4) * (3 / 4), (1 / 4) * (1 / 4)]); // each count is one more
  const later = mixer.mix(state, { answers: [vector(0.2, 0.3, 0.5)], last: vector(0, 1) }); // of fewer classes
  assertClose(later.experts[1], [(1 / 4) * (2 / 3), 3 / 4, (1 / 4) * (1 / 3)]);
});

Deno.test("classMixer() counts how often the last class came again, older times fading", () => {
  const mixed = mixer.mix(mixer.init(), { answers: [vector(0.5, 0.5)], last: vector(1, 0) });
  assertClose(mixer.update(mixer.init(), mixed, vector(1, 0)).sums, [0.999 + 1, 2 * 0.999 + 1]);
  assertClose(mixer.update(mixer.init(), mixed, vector(0, 1)).sums, [0.999, 2 * 0.999 + 1]);
});

Deno.test("classMixer() answers probabilities that sum to 1, also where an expert is sure", () => {
  const { output } = mixer.mix(mixer.init(), { answers: [vector(1, 0, 0)], last: vector(0, 0, 1) });
  assertAlmostEquals(output.reduce((sum, p) => sum + p, 0), 1, 1e-6);
  assertEquals(output.every((p) => p >= 0 && p <= 1), true);
});

Deno.test("classMixer() gives a class that nobody knew the least probability, and steps stay small", () => {
  const mixed = mixer.mix(mixer.init(), { answers: [vector(1, 0)], last: vector(1, 0) });
  const { gains, pool, counts } = mixer.update(mixer.init(), mixed, vector(0, 0, 1));
  assertClose(gains, Array(3).fill(Math.log(1e-6)));
  assertEquals(pool.every((weight) => Math.abs(weight - 0.5) <= 0.02 * 3), true); // no gradient above 3
  assertEquals([...counts], [0, 0, 1]);
});
