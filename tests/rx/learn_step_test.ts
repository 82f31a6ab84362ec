import { createLearner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { learnStep } from "../../lib/rx/learn_step.ts";

const { init } = createLearner({ network: { inputs: 1, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 1 }) });
const state = init();
const sample = { features: [1], target: 0, id: "a" };
const output = Float32Array.of(0.5);
const plain = { sample, output, cost: 2, skipped: 3, state };

Deno.test("learnStep() is plain data whose state is made when it is read", () => {
  let made = 0;
  const learned = { output, cost: 2, state: () => (made++, state) };
  const step = learnStep(learned, sample, 3);
  assertEquals([step.sample.id, step.cost, step.skipped, made], ["a", 2, 3, 0] as unknown);
  assertEquals([step.state === state, made], [true, 1]);
  assertEquals(step, plain);
  assertEquals({ ...step }, plain);
  assertEquals(structuredClone(step), structuredClone(plain));
});
