import { adam } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("adam", adam({ learningRate: 0.01 }));

Deno.test("adam() takes a first step of the learning rate, whatever the size of the gradient", () => {
  for (const size of [1e-3, 1, 1e6]) {
    assertClose(updatesOf(adam({ learningRate: 0.5 }), [[size, -size]])[0], [-0.5, 0.5], { relative: 1e-4 });
  }
});

Deno.test("adam() corrects its means for having started at 0", () => {
  // m = 1/2 1, m^ = 1/2 / (1 - 1/2) = 1; then m = 1/4, m^ = 1/4 / (1 - 1/4) = 1/3; v alike, v^ = 1/3
  const optimizer = adam({ learningRate: 1, beta1: 0.5, beta2: 0.5 });
  const updates = updatesOf(optimizer, [[1, 0], [0, 0]]).map(([w]) => w);
  assertClose(updates, [-1, -(1 / 3) / Math.sqrt(1 / 3)], { relative: 1e-6 });
});

Deno.test("adam() leaves a parameter alone whose gradient was always 0", () => {
  assertEquals(updatesOf(adam(), [[0, 0], [0, 0]]).flat().map(Math.abs), [0, 0, 0, 0]);
});

Deno.test("adam() throws for options out of range", () => {
  assertThrows(() => adam({ learningRate: 0 }), RangeError, "Cannot create adam as learningRate must be");
  assertThrows(() => adam({ beta1: 1 }), RangeError, "Cannot create adam as beta1 must be");
  assertThrows(() => adam({ beta2: -1 }), RangeError, "Cannot create adam as beta2 must be");
  assertThrows(() => adam({ epsilon: 0 }), RangeError, "Cannot create adam as epsilon must be");
});

Deno.test("adam() adds epsilon to the root of the corrected mean square, as in algorithm 1 of the paper", () => {
  const optimizer = adam({ learningRate: 1, beta1: 0.5, beta2: 0.75, epsilon: 1 });
  assertEquals(updatesOf(optimizer, [[3, -7]]), [[-0.75, 0.875]]); // m^ = 3, v^ = 9: 3 / (3 + 1), and 7 / (7 + 1)
});

Deno.test("adam() names its options, those of the paper where none are given", () => {
  assertEquals(adam().spec, { name: "adam", learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 });
});
