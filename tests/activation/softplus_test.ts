import { sigmoid, softplus } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { steps } from "../helper/steps.ts";

Deno.test("softplus is ln 2 at 0, ln 4 at ln 3, and ln 4/3 at -ln 3", () => {
  const z = Math.log(3);
  assertClose([0, z, -z].map(softplus.value), [Math.LN2, Math.log(4), Math.log(4 / 3)], { relative: 1e-15 });
});

Deno.test("softplus.derivative() is the logistic function", () => {
  const zs = steps(-50, 50, 101);
  assertEquals(zs.map(softplus.derivative), zs.map(sigmoid.value));
});

Deno.test("softplus.derivative() agrees with central differences within 1e-9", () => {
  assertDerivative(softplus, steps(-15, 15, 121));
});

Deno.test("softplus keeps its digits far below 0, where it is e^z", () => {
  assertClose([-40, -700].map(softplus.value), [-40, -700].map(Math.exp), { relative: 1e-15 });
});

Deno.test("softplus has limits at large numbers and at the infinities, and keeps NaN", () => {
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(softplus.value), [1e300, 0, Infinity, 0, NaN]);
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(softplus.derivative), [1, 0, 1, 0, NaN]);
});
