import { type Sample, SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { learnSamples, type LearnSamplesOptions } from "../../../lib/http/hosted/learn_samples.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { lineLearner } from "../apps.ts";

const learner = lineLearner();
const good = (i: number): Sample => ({ features: [i % 7 / 7], target: i % 3 });
const bad = { features: ["x"], target: 1 } as unknown as Sample;
const heavy: Sample = { features: [1], target: 3, weight: 1e39 };

function learn(samples: ReadonlyMap<number, Sample>, options: LearnSamplesOptions) {
  const steps = learnSamples(learner, { state: learner.init(), samples }, options);
  let yields = 0;
  for (let step = steps.next();; step = steps.next()) {
    if (step.done) return { ...step.value, yields };
    yields++;
  }
}

Deno.test("learnSamples() learns what learnMany learns, a few at once", () => {
  const samples = Array.from({ length: 600 }, (_, i) => good(i));
  const { state, parts, refused, yields } = learn(new Map(samples.entries()), { atomic: true, careful: true });
  const expected = learner.learnMany(learner.init(), samples);
  assertEquals(state.network.parameters, expected.state.network.parameters);
  assertEquals(parts.flatMap(({ costs }) => [...costs]), [...expected.costs]);
  assertEquals(parts.flatMap(({ places }) => places), samples.map((_, i) => i));
  assertEquals([refused.size, yields], [0, 3]);
});

Deno.test("learnSamples() goes around each sample that cannot be used, wherever it is", () => {
  const places = Array.from({ length: 700 }, (_, i) => 3 * i);
  for (const wrong of [[0], [699], [0, 1, 2], [255, 256, 257], [3, 300, 301, 698]]) {
    for (const which of [bad, heavy]) {
      const samples = places.map((place, i) => wrong.includes(i) ? which : good(place));
      const all = new Map(places.map((place, i) => [place, samples[i]]));
      const { state, parts, refused } = learn(all, { atomic: false, careful: true });
      const left = samples.filter((_, i) => !wrong.includes(i));
      assertEquals(state.network.parameters, learner.learnMany(learner.init(), left).state.network.parameters);
      assertEquals([...refused.keys()], wrong.map((i) => 3 * i));
      assertEquals([...refused].every(([place, error]) => error.index === place), true);
      assertEquals(parts.flatMap(({ places }) => places), places.filter((_, i) => !wrong.includes(i)));
    }
  }
});

Deno.test("learnSamples() refuses atomic samples with the place of the first that cannot be used", () => {
  const all = new Map([[10, good(0)], [20, bad], [30, bad]]);
  const error = assertThrows(() => learn(all, { atomic: true, careful: false }), SampleError);
  assertEquals([error.index, error.field], [20, "features[0]"]);
  const tooLarge = () => learn(new Map([[10, good(0)], [20, heavy]]), { atomic: true, careful: true });
  assertEquals(assertThrows(tooLarge, RequestError).problem.status, 422);
});

Deno.test("learnSamples() lets an error of another kind through", () => {
  const broken = new Map([[0, {
    features: [1],
    get target(): number {
      throw new Error("broken");
    },
  }]]);
  for (const atomic of [false, true]) assertThrows(() => learn(broken, { atomic, careful: false }), Error, "broken");
});
