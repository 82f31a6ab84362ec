import { assertAlmostEquals, assertEquals } from "@std/assert";
import { numberMixer } from "../../lib/learner/number_mixer.ts";

const mixer = numberMixer(1);
const vector = (...numbers: number[]) => Float32Array.from(numbers);
const asked = mixer.mix(mixer.init(), { answers: [vector(1)], last: vector(3) });

Deno.test("numberMixer() begins with equal weights of the committee, of the last target and of their pool", () => {
  assertEquals(asked.experts.map((expert) => expert[0]), [1, 3, 2]);
  assertEquals([...asked.output], [2]);
  const first = mixer.mix(mixer.init(), { answers: [vector(3)], last: undefined }); // 0 for the last target
  assertEquals(first.experts.map((expert) => expert[0]), [3, 0, 1.5]);
});

Deno.test("numberMixer() loses what it errs, and steps the pool against the error", () => {
  const { gains, pool, sums } = mixer.update(mixer.init(), asked, vector(4));
  assertEquals([...gains], [-3, -1, -2]);
  // The error of the pool is -2, the answers are 1 away from their mean: 0.05 * 2 * 1 / (1 + 1 + 1).
  assertAlmostEquals(pool[0], 0.5 - 0.1 / 3, 1e-12);
  assertAlmostEquals(pool[1], 0.5 + 0.1 / 3, 1e-12);
  assertEquals([...sums], [2, 1]); // the answer was 2 off
});

Deno.test("numberMixer() measures errors by those of its answers, older ones fading", () => {
  const state = { ...mixer.init(), sums: Float64Array.of(4, 8) }; // 1/2 on average
  const { gains, sums } = mixer.update(state, asked, vector(4));
  assertEquals([...gains], [-6, -2, -4]);
  assertEquals([...sums], [0.99 * 4 + 2, 0.99 * 8 + 1]);
});

Deno.test("numberMixer() takes no error to be more than 10 times the usual one, and moves the pool no further than for 2", () => {
  const far = mixer.update(mixer.init(), asked, vector(1e30));
  assertEquals([...far.gains], [-10, -10, -10]);
  assertEquals(far.pool, mixer.update(mixer.init(), asked, vector(4)).pool);
  assertEquals([...far.sums], [10, 1]);
  const broken = mixer.mix(mixer.init(), { answers: [vector(Infinity)], last: vector(0) });
  assertEquals([...mixer.update(mixer.init(), broken, vector(0)).gains], [-10, 0, -10]);
});

Deno.test("numberMixer(): the weights of the pool sum to 1", () => {
  let state = mixer.init();
  for (let i = 0; i < 200; i++) {
    const mixed = mixer.mix(state, { answers: [vector(i % 7, i % 3)], last: vector(i % 5, 1) });
    state = mixer.update(state, mixed, vector(i % 7 + 0.5, i % 2));
  }
  assertAlmostEquals(state.pool[0] + state.pool[1], 1, 1e-9);
});
