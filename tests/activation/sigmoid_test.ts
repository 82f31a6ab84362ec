import { sigmoid } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("sigmoid.value() is 1/2 at 0, and 3/4 at ln 3", () => {
  assertEquals(sigmoid.value(0), 0.5);
  assertClose([Math.log(3), -Math.log(3)].map(sigmoid.value), [0.75, 0.25], { relative: 1e-15 });
});

Deno.test("sigmoid.derivative() is s (1 - s): 1/4 at 0, and 3/16 at ln 3", () => {
  assertEquals(sigmoid.derivative(0), 0.25);
  assertClose([Math.log(3), -Math.log(3)].map(sigmoid.derivative), [0.1875, 0.1875], { relative: 1e-15 });
});

Deno.test("sigmoid.derivative() agrees with central differences within 1e-9", () => {
  assertDerivative(sigmoid, steps(-12, 12, 97));
});

Deno.test("sigmoid.value() at -z is 1 less the one at z within 2e-16", () => {
  const zs = steps(0, 40, 401);
  assertClose(zs.map((z) => sigmoid.value(-z)), zs.map((z) => 1 - sigmoid.value(z)), { absolute: 2e-16 });
});

Deno.test("sigmoid stays exact where e^z leaves the range of float64", () => {
  assertEquals([1000, -1000, 3e38, -3e38].map(sigmoid.value), [1, 0, 1, 0]);
  assertEquals([1000, -1000, 3e38, -3e38].map(sigmoid.derivative), [0, 0, 0, 0]);
  assertClose([-700, -740].map(sigmoid.value), [-700, -740].map(Math.exp), { relative: 1e-15, absolute: 5e-324 });
});

Deno.test("sigmoid has limits at the infinities and keeps NaN", () => {
  assertSame([Infinity, -Infinity, -0, NaN].map(sigmoid.value), [1, 0, 0.5, NaN]);
  assertSame([Infinity, -Infinity, -0, NaN].map(sigmoid.derivative), [0, 0, 0.25, NaN]);
});
