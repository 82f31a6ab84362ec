import { rmsprop } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("rmsprop", rmsprop({ learningRate: 0.01 }));

Deno.test("rmsprop() divides by the root of a fading mean of squares", () => {
  // s = 3/4 0 + 1/4 16 = 4, then 3/4 4 + 0 = 3: 4 / 2, then 0
  const updates = updatesOf(rmsprop({ learningRate: 1, decay: 0.75 }), [[4, -4], [0, 2]]);
  // for the bias s = 4, then 3 + 1/4 4 = 4
  assertClose(updates.flat(), [-2, 2, -0, -1], { relative: 1e-6 });
});

Deno.test("rmsprop() forgets: a mean of squares below 2^-100 is 0", () => {
  const optimizer = rmsprop({ learningRate: 1, decay: 0.5, epsilon: 1e-30 });
  const updates = updatesOf(optimizer, [[1, 0], ...Array(120).fill([0, 0]), [1e-20, 0]]);
  assertClose([updates[121][0]], [-1e-20 / 1e-30], { relative: 1e-6 });
  assertEquals(updates[121][1], -0);
});

Deno.test("rmsprop() throws for options out of range", () => {
  assertThrows(() => rmsprop({ learningRate: -1 }), RangeError, "Cannot create rmsprop as learningRate must be");
  assertThrows(() => rmsprop({ decay: 1 }), RangeError, "Cannot create rmsprop as decay must be");
  assertThrows(() => rmsprop({ epsilon: -1 }), RangeError, "Cannot create rmsprop as epsilon must be");
});

Deno.test("rmsprop() adds epsilon to the root, and not to what is under it", () => {
  const optimizer = rmsprop({ learningRate: 1, decay: 0.75, epsilon: 2 });
  assertEquals(updatesOf(optimizer, [[4, -12]]), [[-1, 1.5]]); // 4 / (2 + 2), 12 / (6 + 2)
});

Deno.test("rmsprop() names its options, the usual ones where none are given", () => {
  assertEquals(rmsprop().spec, { name: "rmsprop", learningRate: 0.001, decay: 0.9, epsilon: 1e-8 });
});
