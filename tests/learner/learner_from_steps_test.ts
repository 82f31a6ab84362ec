import {
  createLearner,
  type Features,
  type Learner,
  type LearnerState,
  type Sample,
  SampleError,
  sgd,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { learnerFromSteps } from "../../lib/learner/learner_from_steps.ts";

const { description, init } = createLearner({
  network: { inputs: 1, layers: [{ units: 1 }] },
  optimizer: sgd({ learningRate: 1 }),
});

function first(features: Features): number {
  const [x] = features as number[];
  if (x >= 0) return x;
  throw new SampleError({ field: "features", rule: "be a number from 0 on", value: x });
}

/** Answers x + n, and with one more output after every sample; the cost is 10 n + the weight. */
const learner: Learner = learnerFromSteps({
  description,
  init,
  learnOne(state, { features, weight = 1 }) {
    const output = learner.predictOne(state, features);
    return { state: { ...state, samples: state.samples + 1 }, output, cost: 10 * state.samples + weight };
  },
  predictOne: ({ samples }, features) => new Float32Array(samples + 1).fill(first(features) + samples),
});
const at = (samples: number): LearnerState => ({ ...init(), samples });
const samples = [1, 2, 3].map((x): Sample => ({ features: [x], target: 0, weight: x }));

Deno.test("learnerFromSteps() learns many one after the other; earlier rows end with zeros", () => {
  const { state, outputs, costs } = learner.learnMany(at(0), samples);
  assertEquals(state, at(3));
  assertEquals([...outputs], [1, 0, 0, /**/ 3, 3, 0, /**/ 5, 5, 5]);
  assertEquals([...costs], [1, 12, 23]);
});

Deno.test("learnerFromSteps() predicts and scores a batch by the state before it", () => {
  const { state, outputs, costs } = learner.learnBatch(at(1), samples);
  assertEquals(state, at(4));
  assertEquals([...outputs], [2, 2, /**/ 3, 3, /**/ 4, 4]);
  assertEquals([...costs], [11, 12, 13]);
});

Deno.test("learnerFromSteps() predicts many by one state", () => {
  assertEquals([...learner.predictMany(at(1), [[5], [6]])], [6, 6, 7, 7]);
});

Deno.test("learnerFromSteps() learns and predicts nothing where there is nothing", () => {
  for (const learn of [learner.learnMany, learner.learnBatch]) {
    const state = at(2);
    const learned = learn(state, []);
    assertEquals(learned.state === state, true);
    assertEquals([learned.outputs, learned.costs], [new Float32Array(), new Float32Array()]);
  }
  assertEquals(learner.predictMany(at(2), []), new Float32Array());
});

Deno.test("learnerFromSteps() takes each sample when it is asked for, so that a source may use one object for all", () => {
  const features = [0];
  function* reusing() {
    for (const x of [1, 2, 3]) {
      features[0] = x;
      yield { features, target: 0, weight: x };
    }
  }
  assertEquals(learner.learnMany(at(0), reusing()), learner.learnMany(at(0), samples));
  assertEquals(learner.learnBatch(at(1), reusing()), learner.learnBatch(at(1), samples));
});

Deno.test("learnerFromSteps() refuses what is no sample, and tells which one it is", () => {
  const bad = { features: [-1], target: 0 };
  const start = "Cannot use samples[1]";
  for (const learn of [learner.learnMany, learner.learnBatch]) {
    const message = (sample: unknown) =>
      assertThrows(() => learn(at(0), [samples[0], sample as Sample]), SampleError).message;
    assertEquals(message(bad), `${start}.features as it must be a number from 0 on: current value is -1`);
    assertEquals(
      message({ ...bad, weight: NaN }),
      `${start}.weight as it must be a number from 0 on: current value is NaN`,
    );
    assertEquals(
      message(null),
      `${start}.sample as it must be an object with features and target: current value is null`,
    );
  }
  assertThrows(() => learner.learnOne(at(0), undefined as never), SampleError, "as it must be an object");
  assertThrows(() => learner.learnOne(at(0), { ...samples[0], weight: -1 }), SampleError, "weight as it must be");
  assertEquals(assertThrows(() => learner.predictMany(at(0), [[1], [-1]]), SampleError).index, 1);
});
