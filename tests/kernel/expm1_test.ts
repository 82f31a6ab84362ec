import { assertEquals } from "@std/assert";
import { expm1 } from "../../lib/kernel/expm1.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("expm1() has a relative error below 1e-15 against 60 digits", () => {
  assertClose(reference.expm1.map(([x]) => expm1(x)), reference.expm1.map(([, y]) => y), { relative: 1e-15 });
});

Deno.test("expm1() has a relative error below 1e-15 against Math.expm1 from -2 to 2, over both joints", () => {
  const xs = [...steps(-2, 2, 10007), ...steps(0.499999, 0.500001, 1001), ...steps(-0.500001, -0.499999, 1001)];
  assertClose(xs.map(expm1), xs.map(Math.expm1), { relative: 1e-15 });
});

Deno.test("expm1() returns tiny numbers and both zeros as they are", () => {
  assertSame([1e-20, -1e-20, 5e-324, 0, -0].map(expm1), [1e-20, -1e-20, 5e-324, 0, -0]);
});

Deno.test("expm1() keeps NaN and has the limits Infinity and -1", () => {
  assertEquals([NaN, Infinity, -Infinity, 710, -800].map(expm1), [NaN, Infinity, -1, Infinity, -1]);
});
