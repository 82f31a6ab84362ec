import { assert, assertEquals } from "@std/assert";
import { exp } from "../../lib/kernel/exp.ts";
import { assertClose } from "../helper/assert_close.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("exp() has a relative error below 4e-16 against 60 digits", () => {
  assertClose(reference.exp.map(([x]) => exp(x)), reference.exp.map(([, y]) => y), { relative: 4e-16 });
});

Deno.test("exp() has a relative error below 6e-16 against Math.exp from -708 to 709", () => {
  const xs = steps(-708, 709, 20011);
  assertClose(xs.map(exp), xs.map(Math.exp), { relative: 6e-16 });
});

Deno.test("exp() is exactly 1 at 0 and at -0", () => {
  assertEquals(exp(0), 1);
  assertEquals(exp(-0), 1);
});

Deno.test("exp() does not fall where one power of 2 hands over to the next", () => {
  for (let n = -1000; n <= 1000; n += 7) {
    const joint = (n + 0.5) * Math.LN2;
    const near = steps(joint - 1e-12 * Math.abs(joint), joint + 1e-12 * Math.abs(joint), 101).map(exp);
    // Neighbors may differ by the stated error, and no more.
    for (let i = 1; i < near.length; i++) assert(near[i] >= near[i - 1] * (1 - 4e-16));
  }
});

Deno.test("exp() overflows to Infinity and underflows through subnormal numbers to 0", () => {
  assertClose([exp(709.782712893384)], [1.797693134862273e308], { relative: 1e-15 });
  assertEquals(exp(709.7827128933841), Infinity);
  assertEquals(exp(-745), 5e-324);
  assertClose([exp(-740)], [4.2e-322], { absolute: 5e-324 });
  assertEquals(exp(-746), 0);
});

Deno.test("exp() keeps NaN and infinities", () => {
  assertEquals(exp(NaN), NaN);
  assertEquals(exp(Infinity), Infinity);
  assertEquals(exp(-Infinity), 0);
});
