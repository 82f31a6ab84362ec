import { adam, adamw, stepDecay } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { oneNeuron, updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("adamw", adamw({ learningRate: 0.01, weightDecay: 0.1 }));

Deno.test("adamw() shrinks the weight around adam's scaling, and not the bias", () => {
  const updates = updatesOf(adamw({ learningRate: 0.5, weightDecay: 0.25 }), [[0, 0]], oneNeuron(8, 8));
  assertClose(updates[0], [-0.5 * 0.25 * 8, -0], { relative: 1e-7 });
});

Deno.test("adamw() without decay is adam", () => {
  const gradients: [number, number][] = [[1, 2], [-3, 4], [0, 1]];
  const network = oneNeuron(5, 6);
  assertEquals(updatesOf(adamw({ weightDecay: 0 }), gradients, network), updatesOf(adam(), gradients, network));
});

Deno.test("adamw() throws for options out of range", () => {
  assertThrows(() => adamw({ weightDecay: -1 }), RangeError, "Cannot create adamw as weightDecay must be");
  assertThrows(() => adamw({ beta1: 2 }), RangeError, "beta1 must be");
});

Deno.test("adamw() decays by the learning rate of the step", () => {
  const learningRate = stepDecay({ rate: 0.5, factor: 0.5, every: 1 });
  const updates = updatesOf(adamw({ learningRate, weightDecay: 0.5 }), [[0, 0], [0, 0]], oneNeuron(8, 8));
  assertEquals(updates.map(([weight]) => weight), [-2, -1]); // -0.5 0.5 8, then -0.25 0.5 8 of a network that stays
});

Deno.test("adamw() names its options, the usual ones where none are given", () => {
  const { spec } = adamw();
  assertEquals(spec, {
    name: "adamw",
    learningRate: 0.001,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 0.01,
  });
});
