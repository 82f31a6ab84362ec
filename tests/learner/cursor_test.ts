import { createLearner, type Learner, type Sample, SampleError, sgd, withParameters } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { cursorOf, withCursor } from "../../lib/learner/cursor.ts";
import { assertSame } from "../helper/assert_same.ts";
import { generatedSamples } from "../helper/generated_samples.ts";

const own = createLearner({
  network: { inputs: 4, layers: [{ units: 3 }, { units: 2 }], seed: 1 },
  optimizer: sgd({ learningRate: 0.5 }),
});
const samples = generatedSamples(600, { inputs: 4, units: 2, seed: 2 });
const learners: Record<string, Learner> = { "createLearner()": own, "another learner": { ...own } };

for (const [name, learner] of Object.entries(learners)) {
  Deno.test(`cursorOf() ${name}: steps are those of learnOne(), and every state can be read later`, () => {
    const cursor = cursorOf(learner, learner.init());
    const steps = samples.map((sample) => cursor.learnOne(sample));
    let state = own.init();
    samples.forEach((sample, i) => {
      const learned = own.learnOne(state, sample);
      assertSame(steps[i].output, learned.output);
      assertEquals(steps[i].cost, learned.cost);
      state = learned.state;
      if (i % 97 !== 0) return;
      assertSame(steps[i].state().network.parameters, state.network.parameters);
      assertEquals(steps[i].state().samples, i + 1);
      assertEquals(steps[i].state() === steps[i].state(), true);
    });
  });

  Deno.test(`cursorOf() ${name}: a cursor predicts by its last state, and tells whether that is finite`, () => {
    const cursor = cursorOf(learner, learner.init());
    const { features } = samples[5];
    assertSame(cursor.predictOne(features), own.predictOne(own.init(), features));
    const { state } = cursor.learnOne(samples[0]);
    assertSame(cursor.predictOne(features), own.predictOne(state(), features));
    assertThrows(() => cursor.predictOne([NaN, 0, 0, 0]), SampleError);
    assertEquals(cursor.isFinite(), true);
    const { network, ...rest } = state();
    const diverged = withParameters(network, network.parameters.slice().fill(Infinity, 3, 4));
    assertEquals(cursorOf(learner, { ...rest, network: diverged }).isFinite(), false);
  });

  Deno.test(`cursorOf() ${name}: a cursor stays where it is when a sample cannot be used`, () => {
    const cursor = cursorOf(learner, learner.init());
    cursor.learnOne(samples[0]);
    assertThrows(() => cursor.learnOne({ features: [NaN, 0, 0, 0], target: 0 }), SampleError);
    const { state } = cursor.learnOne(samples[1]);
    const expected = own.learnMany(own.init(), samples.slice(0, 2)).state;
    assertSame(state().network.parameters, expected.network.parameters);
  });

  Deno.test(`cursorOf() ${name}: cursors and calls between their steps do not disturb each other`, () => {
    const [one, two] = [cursorOf(learner, learner.init()), cursorOf(learner, learner.init())];
    const steps = samples.slice(0, 50).map((sample: Sample) => {
      const step = one.learnOne(sample);
      two.learnOne(samples[7]);
      learner.predictOne(learner.init(), sample.features);
      return step;
    });
    const expected = own.learnMany(own.init(), samples.slice(0, 50));
    assertSame(steps.flatMap(({ output }) => [...output]), expected.outputs);
    assertSame(steps[49].state().network.parameters, expected.state.network.parameters);
  });
}

Deno.test("withCursor() gives cursors to this learner, and not to a copy", () => {
  const opened: number[] = [];
  const learner = withCursor({ ...own }, (state) => {
    opened.push(state.samples);
    return cursorOf(own, state);
  });
  cursorOf(learner, learner.init());
  cursorOf({ ...learner }, learner.init());
  assertEquals(opened, [0]);
  assertEquals(Object.keys(learner), Object.keys(own));
});
