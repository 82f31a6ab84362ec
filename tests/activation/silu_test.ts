import { silu } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("silu is z s(z): 3/4 ln 3 at ln 3, and -1/4 ln 3 at -ln 3", () => {
  const z = Math.log(3);
  assertClose([z, -z].map(silu.value), [0.75 * z, -0.25 * z], { relative: 1e-15 });
});

Deno.test("silu.derivative() is s + z s (1 - s): 3/4 + 3/16 ln 3 at ln 3", () => {
  const z = Math.log(3);
  assertClose([z, -z].map(silu.derivative), [0.75 + 0.1875 * z, 0.25 - 0.1875 * z], {
    relative: 1e-15,
    absolute: 1e-16,
  });
});

Deno.test("silu.derivative() agrees with central differences within 1e-9", () => {
  assertDerivative(silu, steps(-15, 15, 121));
});

Deno.test("silu is 0 with slope 1/2 at both zeros", () => {
  assertSame([0, -0].map(silu.value), [0, -0]);
  assertSame([0, -0].map(silu.derivative), [0.5, 0.5]);
});

Deno.test("silu has limits at large numbers and at the infinities, and keeps NaN", () => {
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(silu.value), [1e300, 0, Infinity, 0, NaN]);
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(silu.derivative), [1, 0, 1, 0, NaN]);
});
