import { createLearner, measureLearner, plainBytes, SampleError, sgd } from "@backstream/backstream";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { kinds } from "../helper/kinds_of_learners.ts";

const learner = createLearner({
  network: { inputs: 2, layers: [{ units: 1 }] },
  optimizer: sgd({ learningRate: 0.1 }),
});
const samples = Array.from({ length: 50 }, (_, i) => ({ features: [i % 3, 1], target: 0.5 }));

Deno.test("measureLearner() counts the bytes of the state after the samples, and the time of each", () => {
  for (const { learner, samples: samplesOf } of kinds) {
    const stream = samplesOf(120);
    const start = performance.now();
    const { bytes, microseconds, samples } = measureLearner(learner, stream);
    const whole = 1000 * (performance.now() - start);
    assertEquals([bytes, samples], [plainBytes(learner.learnMany(learner.init(), stream).state), 120]);
    assert(microseconds > 0 && microseconds * 120 <= whole, `${microseconds} of ${whole}`);
  }
});

Deno.test("measureLearner() starts where it is told to, and changes nothing", () => {
  const before = learner.learnMany(learner.init(), samples).state;
  const copy = structuredClone(before);
  assertEquals(measureLearner(learner, samples, before).bytes, plainBytes(before));
  assertEquals(before, copy);
});

Deno.test("measureLearner() knows no time without samples", () => {
  assertEquals(measureLearner(learner, []), {
    bytes: plainBytes(learner.init()),
    microseconds: NaN,
    samples: 0,
  });
});

Deno.test("measureLearner() lets the error of a bad sample through", () => {
  assertThrows(() => measureLearner(learner, [{ features: [1], target: 1 }]), SampleError);
});
