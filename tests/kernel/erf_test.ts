import { assertEquals } from "@std/assert";
import { erf } from "../../lib/kernel/erf.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("erf() has an absolute error below 3e-15 against 60 digits", () => {
  assertClose(reference.erf.map(([x]) => erf(x)), reference.erf.map(([, y]) => y), { absolute: 3e-15 });
});

Deno.test("erf() has a relative error below 2e-15 close to 0", () => {
  const near = reference.erf.filter(([x]) => Math.abs(x) < 1);
  assertClose(near.map(([x]) => erf(x)), near.map(([, y]) => y), { relative: 2e-15 });
});

Deno.test("erf() is odd to the last bit and never leaves -1 to 1", () => {
  const xs = steps(0, 7, 20011);
  assertSame(xs.map((x) => erf(-x)), xs.map((x) => -erf(x)));
  assertEquals(xs.filter((x) => erf(x) > 1), []);
});

Deno.test("erf() is continuous at 6, from where on it is 1", () => {
  assertClose([erf(6), erf(6.0000001)], [1, 1], { absolute: 3e-15 });
});

Deno.test("erf() keeps NaN and both zeros and has the limits -1 and 1", () => {
  assertSame([NaN, 0, -0, 5e-324, Infinity, -Infinity].map(erf), [NaN, 0, -0, 5e-324, 1, -1]);
});
