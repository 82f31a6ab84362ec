import { assertEquals } from "@std/assert";
import { log1p } from "../../lib/kernel/log1p.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("log1p() has a relative error below 6e-16 against 60 digits", () => {
  assertClose(reference.log1p.map(([x]) => log1p(x)), reference.log1p.map(([, y]) => y), { relative: 6e-16 });
});

Deno.test("log1p() has a relative error below 8e-16 against Math.log1p from -0.99 to 4 and close to 0", () => {
  const xs = [...steps(-0.99, 4, 10007), ...steps(-1e-8, 1e-8, 1001), ...steps(-1e-15, 1e-15, 1001)];
  assertClose(xs.map(log1p), xs.map(Math.log1p), { relative: 8e-16 });
});

Deno.test("log1p() returns tiny numbers and both zeros as they are", () => {
  assertSame([1e-20, -1e-20, 5e-324, 0, -0].map(log1p), [1e-20, -1e-20, 5e-324, 0, -0]);
});

Deno.test("log1p() is -Infinity at -1 and NaN below, and keeps NaN and Infinity", () => {
  assertEquals([-1, -1.5, -Infinity, NaN, Infinity].map(log1p), [-Infinity, NaN, NaN, NaN, Infinity]);
});
