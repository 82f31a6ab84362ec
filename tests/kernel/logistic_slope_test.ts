import { assertEquals } from "@std/assert";
import { logisticSlope } from "../../lib/kernel/logistic_slope.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("logisticSlope() is 1/4 at 0, and 3/16 at -ln 3", () => {
  assertEquals(logisticSlope(0), 0.25);
  assertClose([logisticSlope(-Math.log(3))], [3 / 16], { relative: 1e-15 });
});

Deno.test("logisticSlope() is 1 / (2 cosh(x/2))^2 within 2e-15, where s (1 - s) has long lost its digits", () => {
  const xs = steps(-600, 0, 6007);
  const expected = xs.map((x) => 1 / (2 * Math.cosh(x / 2)) / (2 * Math.cosh(x / 2)));
  assertClose(xs.map(logisticSlope), expected, { relative: 2e-15 });
});

Deno.test("logisticSlope() falls through subnormal numbers to 0, and keeps NaN", () => {
  assertClose([logisticSlope(-740)], [4.2e-322], { absolute: 5e-324 });
  assertSame([-746, -1e300, -Infinity, NaN].map(logisticSlope), [0, 0, 0, NaN]);
});
