import { l1, weightDecay } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { oneNeuron, updatesOf } from "./one_neuron.ts";

Deno.test("weightDecay() adds lambda w to the gradient of a weight, and leaves the bias alone", () => {
  assertEquals(updatesOf(weightDecay({ rate: 0.5 }), [[1, 1]], oneNeuron(-8, 8)), [[1 - 4, 1]]);
  assertEquals(updatesOf(weightDecay({ rate: 0 }), [[1, 1]], oneNeuron(-8, 8)), [[1, 1]]);
});

Deno.test("l1() adds lambda with the sign of the weight, and nothing at 0", () => {
  assertEquals(updatesOf(l1({ rate: 0.5 }), [[1, 1]], oneNeuron(-8, 8)), [[0.5, 1]]);
  assertEquals(updatesOf(l1({ rate: 0.5 }), [[1, 1]], oneNeuron(1e-30, 8)), [[1.5, 1]]);
  assertEquals(updatesOf(l1({ rate: 0.5 }), [[1, 1]], oneNeuron(0, 8)), [[1, 1]]);
});

Deno.test("weightDecay() and l1() throw for a rate out of range", () => {
  for (const rate of [-1, NaN, Infinity]) {
    assertThrows(() => weightDecay({ rate }), RangeError, "Cannot create weightDecay as rate must be");
    assertThrows(() => l1({ rate }), RangeError, "Cannot create l1 as rate must be");
  }
});
