import { gelu } from "@backstream/backstream";
import { assert, assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { assertDerivative } from "../helper/assert_derivative.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("gelu has an absolute error below 1e-14 against z Phi(z) to 60 digits", () => {
  // mpmath: z (1 + erf(z / sqrt 2)) / 2, and (1 + erf(z / sqrt 2)) / 2 + z exp(-z^2 / 2) / sqrt(2 pi).
  const zs = [-8, -5, -2, -1, -0.5, 0.5, 1, 2, 5];
  const values = [
    -4.976768459417427e-15,
    -1.4332578593959695e-06,
    -0.04550026389635842,
    -0.15865525393145705,
    -0.15426876936299344,
    0.34573123063700656,
    0.8413447460685429,
    1.9544997361036416,
    4.999998566742141,
  ];
  const slopes = [
    -3.979607261086796e-14,
    -7.146946001792295e-06,
    -0.0852318010781969,
    -0.0833154705876863,
    0.13250487534383715,
    0.8674951246561629,
    1.0833154705876864,
    1.085231801078197,
    1.000007146946002,
  ];
  assertClose(zs.map(gelu.value), values, { absolute: 1e-14 });
  assertClose(zs.map(gelu.derivative), slopes, { absolute: 1e-14 });
});

Deno.test("gelu.derivative() agrees with central differences within 1e-9", () => {
  assertDerivative(gelu, steps(-9, 9, 181));
});

Deno.test("gelu.value() less the one at -z is z within 1e-14, as Phi(z) + Phi(-z) = 1", () => {
  const zs = steps(0, 12, 121);
  assertClose(zs.map((z) => gelu.value(z) - gelu.value(-z)), zs, { absolute: 1e-14 });
});

Deno.test("gelu.value() is never above 0 for a negative z", () => {
  for (const z of steps(-50, -1e-3, 5003)) assert(gelu.value(z) <= 0);
});

Deno.test("gelu is 0 with slope 1/2 at both zeros", () => {
  assertSame([0, -0].map(gelu.value), [0, -0]);
  assertSame([0, -0].map(gelu.derivative), [0.5, 0.5]);
});

Deno.test("gelu has limits at large numbers and at the infinities, and keeps NaN", () => {
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(gelu.value), [1e300, 0, Infinity, 0, NaN]);
  assertEquals([1e300, -1e300, Infinity, -Infinity, NaN].map(gelu.derivative), [1, 0, 1, 0, NaN]);
});
