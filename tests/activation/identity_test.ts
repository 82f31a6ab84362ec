import { identity } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("identity.value() is z, infinities, -0 and NaN included", () => {
  const zs = [-2, 0, -0, 1e300, Infinity, -Infinity, NaN];
  assertSame(zs.map(identity.value), zs);
});

Deno.test("identity.derivative() is 1 everywhere", () => {
  assertEquals([-2, 0, 1e300, Infinity].map(identity.derivative), [1, 1, 1, 1]);
  assertDerivative(identity, steps(-5, 5, 11));
});
