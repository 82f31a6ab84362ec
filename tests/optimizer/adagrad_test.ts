import { adagrad } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { updatesOf } from "./one_neuron.ts";
import { testTenSteps } from "./ten_steps.ts";

testTenSteps("adagrad", adagrad({ learningRate: 0.1 }));

Deno.test("adagrad() divides by the root of the sum of squares", () => {
  // s = 9, then 9 + 16 = 25: 3 / 3, then 4 / 5
  const [first, second] = updatesOf(adagrad({ learningRate: 1 }), [[3, 0], [4, 0]]);
  assertClose([first[0], second[0]], [-1, -0.8], { relative: 1e-6 });
});

Deno.test("adagrad() leaves a parameter alone whose gradient was always 0", () => {
  assertEquals(updatesOf(adagrad(), [[0, 0], [0, 0]]).flat().map(Math.abs), [0, 0, 0, 0]);
});

Deno.test("adagrad() throws for options out of range", () => {
  assertThrows(() => adagrad({ learningRate: 0 }), RangeError, "Cannot create adagrad as learningRate must be");
  assertThrows(() => adagrad({ epsilon: 0 }), RangeError, "Cannot create adagrad as epsilon must be a number above 0");
});

Deno.test("adagrad() adds epsilon to the root, and not to what is under it", () => {
  assertEquals(updatesOf(adagrad({ learningRate: 1, epsilon: 1 }), [[3, -7]]), [[-0.75, 0.875]]); // 3 / (3 + 1), 7 / (7 + 1)
});

Deno.test("adagrad() names its options, the usual ones where none are given", () => {
  assertEquals(adagrad().spec, { name: "adagrad", learningRate: 0.01, epsilon: 1e-10 });
});
