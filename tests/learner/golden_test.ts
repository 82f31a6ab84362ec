/**
 * The bytes that 500 samples leave behind. They are the same on every runtime and processor, and change only when the
 * order of a sum, an elementary function, an initializer or an optimizer does; whoever means to change one freezes new
 * hashes here.
 */
import {
  type ActivationName,
  adam,
  type CostName,
  createLearner,
  type LearnerOptions,
  type Sample,
  sgd,
} from "@backstream/backstream";
import { assertEquals } from "@std/assert";

/** Samples from whole numbers alone, so that no other part of the library takes part in their bytes. */
function* samples(inputs: number, units: number): Generator<Sample> {
  let state = 1;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
  for (let i = 0; i < 500; i++) {
    yield { features: Float32Array.from({ length: inputs }, () => draw() / 32768 - 1), target: draw() % units };
  }
}

async function hash(
  hidden: ActivationName,
  output: ActivationName,
  cost: CostName,
  optimizer: LearnerOptions["optimizer"],
) {
  const layers = [{ units: 11, activation: hidden }, { units: 5, activation: output }];
  const learner = createLearner({ network: { inputs: 13, layers, cost, seed: 42 }, optimizer });
  const { state } = learner.learnMany(learner.init(), samples(13, 5));
  const bytes = new Uint8Array(Float32Array.from(state.network.parameters).buffer);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

Deno.test("learnMany() leaves the bytes that are frozen here: sigmoid, quadratic, sgd", async () => {
  assertEquals(
    await hash("sigmoid", "sigmoid", "quadratic", sgd({ learningRate: 0.5 })),
    "99dd757d85b45617e4caf192b91632bf3989595ec529f7f712d32f68ea336492",
  );
});

Deno.test("learnMany() leaves the bytes that are frozen here: relu, softmax, crossEntropy, adam", async () => {
  assertEquals(
    await hash("relu", "softmax", "crossEntropy", adam({ learningRate: 0.01 })),
    "b6a3521573c514aac73cae48b103e40663e0ab247fb37e1586397579df2ffafb",
  );
});
