import { assertEquals } from "@std/assert";
import { tanh } from "../../lib/kernel/tanh.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("tanh() has a relative error below 6e-16 against 60 digits", () => {
  assertClose(reference.tanh.map(([x]) => tanh(x)), reference.tanh.map(([, y]) => y), { relative: 6e-16 });
});

Deno.test("tanh() has a relative error below 8e-16 against Math.tanh from -22 to 22, over its joint at ln 2 / 4", () => {
  const xs = [...steps(-22, 22, 20011), ...steps(0.1732, 0.1734, 1001)];
  assertClose(xs.map(tanh), xs.map(Math.tanh), { relative: 8e-16 });
});

Deno.test("tanh() is odd to the last bit and never leaves -1 to 1", () => {
  const xs = [...steps(0, 25, 5003), ...steps(15, 21, 20011)];
  assertSame(xs.map((x) => tanh(-x)), xs.map((x) => -tanh(x)));
  assertEquals(xs.filter((x) => tanh(x) > 1), []);
});

Deno.test("tanh() returns tiny numbers and both zeros as they are", () => {
  assertSame([1e-20, -1e-20, 0, -0].map(tanh), [1e-20, -1e-20, 0, -0]);
});

Deno.test("tanh() keeps NaN and has the limits -1 and 1", () => {
  assertEquals([NaN, Infinity, -Infinity, 1e300, -1e300].map(tanh), [NaN, 1, -1, 1, -1]);
});
