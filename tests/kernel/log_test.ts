import { assert, assertEquals } from "@std/assert";
import { log } from "../../lib/kernel/log.ts";
import { assertClose } from "../helper/assert_close.ts";
import { assertSame } from "../helper/assert_same.ts";
import { steps } from "../helper/steps.ts";
import reference from "../reference/elementary_functions.json" with { type: "json" };

Deno.test("log() has a relative error below 4e-16 against 60 digits", () => {
  assertClose(reference.log.map(([x]) => log(x)), reference.log.map(([, y]) => y), { relative: 4e-16 });
});

Deno.test("log() has a relative error below 6e-16 against Math.log from 1e-5 to 100", () => {
  const xs = [...steps(1e-5, 100, 20011), ...steps(0.9, 1.1, 2003)];
  assertClose(xs.map(log), xs.map(Math.log), { relative: 6e-16 });
});

Deno.test("log() is exactly 0 at 1", () => assertEquals(log(1), 0));

Deno.test("log() does not fall where one power of 2 hands over to the next", () => {
  for (const joint of [Math.SQRT1_2, Math.SQRT2, 2 * Math.SQRT2, 1, 1024 * Math.SQRT2]) {
    const near = steps(joint * (1 - 1e-13), joint * (1 + 1e-13), 101).map(log);
    for (let i = 1; i < near.length; i++) assert(near[i] >= near[i - 1] - 4e-16 * Math.abs(near[i]));
  }
});

Deno.test("log() reads subnormal numbers and the largest one", () => {
  assertClose([5e-324, 2.2250738585072009e-308, Number.MAX_VALUE].map(log), [
    -744.4400719213812,
    -708.3964185322641,
    709.782712893384,
  ], { relative: 4e-16 });
});

Deno.test("log() is -Infinity at both zeros and NaN below, and keeps NaN and Infinity", () => {
  assertSame([0, -0, -5e-324, -Infinity, NaN, Infinity].map(log), [-Infinity, -Infinity, NaN, NaN, NaN, Infinity]);
});
