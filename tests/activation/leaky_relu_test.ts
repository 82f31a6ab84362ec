import { leakyRelu } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("leakyRelu is z with slope 1 above 0, and 0.01 z with slope 0.01 below", () => {
  assertEquals([-200, -50, 0.5, 2].map(leakyRelu.value), [-2, -0.5, 0.5, 2]);
  assertEquals([-200, -50, 0.5, 2].map(leakyRelu.derivative), [0.01, 0.01, 1, 1]);
});

Deno.test("leakyRelu.derivative() agrees with central differences within 1e-9 away from 0", () => {
  assertDerivative(leakyRelu, [...steps(-5, -0.1, 50), ...steps(0.1, 5, 50)]);
});

Deno.test("leakyRelu has slope 0.01 at both zeros, and keeps them", () => {
  assertSame([0, -0].map(leakyRelu.value), [0, -0]);
  assertSame([0, -0].map(leakyRelu.derivative), [0.01, 0.01]);
});

Deno.test("leakyRelu goes on to both infinities, and its value keeps NaN", () => {
  assertEquals([Infinity, -Infinity, NaN].map(leakyRelu.value), [Infinity, -Infinity, NaN]);
  assertEquals([Infinity, -Infinity].map(leakyRelu.derivative), [1, 0.01]);
});
