/** The checks that every kind of learner must pass. */
import {
  encodeLearner,
  type Learner,
  type LearnerState,
  makeLearner,
  type Sample,
  SampleError,
} from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertSame } from "../helper/assert_same.ts";
import { kinds } from "../helper/kinds_of_learners.ts";

const COUNT = 320;

/** All states from one on. */
function statesFrom(learner: Learner, state: LearnerState, samples: readonly Sample[]): LearnerState[] {
  return samples.map((sample) => state = learner.learnOne(state, sample).state);
}

/** Rows of one length, as `learnMany` gives them. */
function block(rows: readonly ArrayLike<number>[]): number[] {
  const units = Math.max(0, ...rows.map(({ length }) => length));
  return rows.flatMap((row) => Array.from({ length: units }, (_, j) => row[j] ?? 0));
}

for (const { name, learner, samples: samplesOf, bad } of kinds) {
  const samples = samplesOf(COUNT);
  const states = [learner.init(), ...statesFrom(learner, learner.init(), samples)];
  const last = states[COUNT];
  const bytes = encodeLearner(learner, last);

  Deno.test(`${name}: init() is the same each time, and knows nothing`, () => {
    assertEquals(learner.init(), learner.init());
    assertEquals(learner.init().samples, 0);
    assertEquals(last.samples, COUNT);
  });

  Deno.test(`${name}: learnOne() predicts what predictOne() does, and scores that`, () => {
    for (let i = 0; i < COUNT; i += 40) {
      const { output, cost } = learner.learnOne(states[i], samples[i]);
      assertSame(output, learner.predictOne(states[i], samples[i].features));
      assert(cost >= 0 && cost < Infinity, `the cost is ${cost}`);
    }
  });

  Deno.test(`${name}: learnMany() is learnOne() in a loop`, () => {
    const learned = samples.map((sample, i) => learner.learnOne(states[i], sample));
    const { state, outputs, costs } = learner.learnMany(learner.init(), samples);
    assertEquals(state, last);
    assertSame(outputs, block(learned.map(({ output }) => output)));
    assertSame(costs, Float32Array.from(learned, ({ cost }) => cost));
  });

  Deno.test(`${name}: learnMany() takes samples one after the other from any iterable`, () => {
    const features = { reused: true };
    function* reusing() {
      for (const sample of samples.slice(0, 30)) {
        if (Array.isArray(sample.features)) yield sample;
        else yield { ...sample, features: Object.assign(features, { x: null, y: null }, sample.features) };
      }
    }
    const copies = [...samples.slice(0, 30)].map((sample) => {
      if (Array.isArray(sample.features)) return sample;
      return { ...sample, features: { reused: true, x: null, y: null, ...sample.features } };
    });
    assertEquals(learner.learnMany(learner.init(), reusing()), learner.learnMany(learner.init(), copies));
    assertEquals(learner.learnBatch(learner.init(), reusing()), learner.learnBatch(learner.init(), copies));
  });

  Deno.test(`${name}: learnBatch() predicts and scores all samples by one state`, () => {
    const batch = samples.slice(200, 220);
    const { state, outputs, costs } = learner.learnBatch(states[200], batch);
    const learned = batch.map((sample) => learner.learnOne(states[200], sample));
    assertSame(outputs, block(learned.map(({ output }) => output)));
    assertSame(costs, Float32Array.from(learned, ({ cost }) => cost));
    assert(state.samples > states[200].samples);
    assertEquals(learner.learnBatch(states[200], batch), { state, outputs, costs });
  });

  Deno.test(`${name}: learning nothing changes nothing`, () => {
    for (const learn of [learner.learnMany, learner.learnBatch]) {
      const { state, outputs, costs } = learn(last, []);
      assertEquals([state, outputs.length, costs.length], [last, 0, 0]);
    }
  });

  Deno.test(`${name}: predictMany() is predictOne() in a loop`, () => {
    const inputs = samples.slice(0, 20).map(({ features }) => features);
    assertSame(learner.predictMany(last, inputs), block(inputs.map((one) => learner.predictOne(last, one))));
    assertEquals(learner.predictMany(last, []).length, 0);
  });

  Deno.test(`${name}: no state changes once it is made, nor do the bytes of its snapshot`, () => {
    const places = [0, 1, 100, 155, 200, COUNT];
    const before = places.map((i) => ({ copy: structuredClone(states[i]), bytes: encodeLearner(learner, states[i]) }));
    const given = structuredClone(samples.slice(0, 30));
    for (const i of places) {
      learner.learnOne(states[i], given[0]);
      learner.learnMany(states[i], given);
      learner.learnBatch(states[i], given);
      learner.predictOne(states[i], given[0].features);
      learner.predictMany(states[i], given.map(({ features }) => features));
    }
    places.forEach((place, i) => {
      assertEquals(states[place], before[i].copy);
      assertEquals(encodeLearner(learner, states[place]), before[i].bytes);
    });
    assertEquals(given, samples.slice(0, 30));
  });

  Deno.test(`${name}: a stream may be split anywhere, also by a structuredClone of the state`, () => {
    for (let split = 0; split <= COUNT; split += 53) {
      for (const middle of [states[split], structuredClone(states[split])]) {
        assertEquals(encodeLearner(learner, learner.learnMany(middle, samples.slice(split)).state), bytes);
      }
    }
  });

  Deno.test(`${name}: its description as JSON makes it again`, () => {
    const again = makeLearner(JSON.parse(JSON.stringify(learner.description)));
    assertEquals(again.description, learner.description);
    assertEquals(encodeLearner(again, again.learnMany(again.init(), samples).state), bytes);
  });

  Deno.test(`${name}: nothing is wrong with its states, and something is with others`, () => {
    if (learner.fault === undefined) return;
    for (const state of states.filter((_, i) => i % 20 === 0)) assertEquals(learner.fault(state), undefined);
    assertEquals(learner.fault(structuredClone(last)), undefined);
    const { network, ...rest } = last;
    for (const key of Object.keys(rest)) {
      for (const other of [undefined, "other", [undefined], {}, -1]) {
        assertEquals(typeof learner.fault({ network, ...rest, [key]: other }), "string", `${key}: ${other}`);
      }
    }
    assertEquals(typeof learner.fault({ network, ...rest, further: 1 } as LearnerState), "string");
    assertEquals(typeof learner.fault({ ...rest, network: structuredClone(network) }), "string");
  });

  Deno.test(`${name}: bad samples throw a SampleError that says which, and change nothing`, () => {
    const kept = structuredClone(states[150]);
    for (const sample of bad as Sample[]) {
      assertThrows(() => learner.learnOne(states[150], sample), SampleError);
      for (const learn of [learner.learnMany, learner.learnBatch]) {
        const error = assertThrows(() => learn(states[150], [samples[0], samples[1], sample]), SampleError);
        assertEquals(error.index, 2);
      }
    }
    for (const features of [5, null, undefined, "text"] as never[]) {
      assertThrows(() => learner.predictOne(states[150], features), SampleError);
      assertEquals(assertThrows(() => learner.predictMany(states[150], [features]), SampleError).index, 0);
    }
    assertEquals(states[150], kept);
  });

  Deno.test(`${name}: targets are read as vectors of as many numbers as there are outputs`, () => {
    const { encodeTarget } = learner;
    if (encodeTarget === undefined) return;
    const { output, state } = learner.learnOne(last, samples[10]);
    assertEquals(encodeTarget(state, name === "createAnomalyLearner" ? 1 : samples[10].target).length, output.length);
    assertThrows(() => encodeTarget(state, null as never), SampleError);
  });
}
