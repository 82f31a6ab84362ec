import { assertEquals } from "@std/assert";
import { logistic } from "../../lib/kernel/logistic.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";

Deno.test("logistic() is 1/2 at 0, and 3/4 at ln 3", () => {
  assertEquals([0, -0].map(logistic), [0.5, 0.5]);
  assertClose([Math.log(3), -Math.log(3)].map(logistic), [0.75, 0.25], { relative: 5e-16 });
});

Deno.test("logistic() has a relative error below 1e-15 against (1 + tanh(x/2)) / 2 and against e^x far below 0", () => {
  const near = steps(-1, 40, 4001), far = steps(-708, -40, 4001);
  assertClose(near.map(logistic), near.map((x) => (1 + Math.tanh(x / 2)) / 2), { relative: 1e-15 });
  assertClose(far.map(logistic), far.map(Math.exp), { relative: 1e-15 });
});

Deno.test("logistic() never leaves 0 to 1, and is 1 less itself at -x", () => {
  const xs = [...steps(0, 40, 5003), ...steps(35, 38, 20011)];
  assertEquals(xs.filter((x) => logistic(x) > 1 || logistic(-x) < 0), []);
  assertClose(xs.map((x) => logistic(-x)), xs.map((x) => 1 - logistic(x)), { absolute: 2e-16 });
});

Deno.test("logistic() falls through subnormal numbers to 0, has the limits 0 and 1 and keeps NaN", () => {
  assertClose([logistic(-740)], [4.2e-322], { absolute: 5e-324 });
  assertSame([-746, -1e300, -Infinity, 1e300, Infinity, NaN].map(logistic), [0, 0, 0, 1, 1, NaN]);
});
