import { elu } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("elu is z above 0 and e^z - 1 below: -1/2 with slope 1/2 at -ln 2", () => {
  assertEquals([0.5, 3].map(elu.value), [0.5, 3]);
  assertEquals([0.5, 3].map(elu.derivative), [1, 1]);
  assertClose([elu.value(-Math.LN2), elu.derivative(-Math.LN2)], [-0.5, 0.5], { relative: 1e-15 });
});

Deno.test("elu.derivative() agrees with central differences within 1e-9 on both sides of 0", () => {
  assertDerivative(elu, [...steps(-8, -0.1, 60), ...steps(0.1, 8, 60)]);
});

Deno.test("elu keeps its digits close to 0, and both zeros, with slope 1", () => {
  assertSame([0, -0, -1e-20].map(elu.value), [0, -0, -1e-20]);
  assertSame([0, -0, 1e-20, -1e-20].map(elu.derivative), [1, 1, 1, 1]);
});

Deno.test("elu has limits at the infinities and keeps NaN", () => {
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(elu.value), [1e300, -1, Infinity, -1, NaN]);
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(elu.derivative), [1, 0, 1, 0, NaN]);
});
