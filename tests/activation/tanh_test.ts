import { tanh } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("tanh.value() is 0 at 0, and 3/5 at ln 2", () => {
  assertEquals(tanh.value(0), 0);
  assertClose([Math.LN2, -Math.LN2].map(tanh.value), [0.6, -0.6], { relative: 1e-15 });
});

Deno.test("tanh.derivative() is 1 - tanh^2: 1 at 0, and 16/25 at ln 2", () => {
  assertEquals(tanh.derivative(0), 1);
  assertClose([Math.LN2, -Math.LN2].map(tanh.derivative), [0.64, 0.64], { relative: 1e-15 });
});

Deno.test("tanh.derivative() agrees with central differences within 1e-9", () => {
  assertDerivative(tanh, steps(-8, 8, 97));
});

Deno.test("tanh has limits at large numbers and at the infinities, and keeps -0 and NaN", () => {
  assertSame([1000, -1000, Infinity, -Infinity, -0, NaN].map(tanh.value), [1, -1, 1, -1, -0, NaN]);
  assertSame([1000, -1000, Infinity, -Infinity, -0, NaN].map(tanh.derivative), [0, 0, 0, 0, 1, NaN]);
});

Deno.test("tanh.derivative() keeps its digits where 1 - tanh^2 has lost them", () => {
  // 1 / cosh^2 20 = 4 e^-40 to the last digit.
  assertClose([tanh.derivative(20), tanh.derivative(-20)], [4 * Math.exp(-40), 4 * Math.exp(-40)], { relative: 1e-15 });
});
