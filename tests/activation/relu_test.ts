import { relu } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("relu is z with slope 1 above 0, and 0 with slope 0 below", () => {
  assertEquals([-2, -0.5, 0.5, 2].map(relu.value), [0, 0, 0.5, 2]);
  assertEquals([-2, -0.5, 0.5, 2].map(relu.derivative), [0, 0, 1, 1]);
});

Deno.test("relu.derivative() agrees with central differences within 1e-9 away from 0", () => {
  assertDerivative(relu, [...steps(-5, -0.1, 50), ...steps(0.1, 5, 50)]);
});

Deno.test("relu has value 0 and slope 0 at both zeros", () => {
  assertSame([0, -0].map(relu.value), [0, 0]);
  assertSame([0, -0].map(relu.derivative), [0, 0]);
});

Deno.test("relu has limits at the infinities, and its value keeps NaN", () => {
  assertEquals([Infinity, -Infinity, NaN].map(relu.value), [Infinity, 0, NaN]);
  assertEquals([Infinity, -Infinity].map(relu.derivative), [1, 0]);
});
