import { createLearner, type Learner, type LearnerState, SampleError, sgd } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { targetVector } from "../../lib/learner/target_vector.ts";

const learner = createLearner({
  network: { inputs: 1, layers: [{ units: 2, activation: "softmax" }], cost: "crossEntropy" },
  optimizer: sgd({ learningRate: 1 }),
  labels: ["cat", "dog"],
});
const state = () => learner.init();

Deno.test("targetVector() reads an index, a label or a vector", () => {
  for (const target of [1, "dog", [0, 1]]) {
    assertEquals([...targetVector(learner, { target, output: [0.5, 0.5], state })], [0, 1]);
  }
  assertThrows(() => targetVector(learner, { target: "cow", output: [0.5, 0.5], state }), SampleError, "cow");
});

Deno.test("targetVector() lets the learner read targets in its own way, from the state after the sample", () => {
  const growing = {
    ...learner,
    encodeTarget: ({ samples }: LearnerState) => Float32Array.of(0, 0, samples),
  } as unknown as Learner;
  const later = () => ({ ...learner.init(), samples: 7 });
  assertEquals([...targetVector(growing, { target: "cow", output: [0.5, 0.5], state: later })], [0, 0, 7]);
});
