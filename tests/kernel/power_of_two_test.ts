import { assertEquals } from "@std/assert";
import { powerOfTwo } from "../../lib/kernel/power_of_two.ts";

Deno.test("powerOfTwo() is exact from -1074 to 1023", () => {
  let expected = 5e-324;
  for (let n = -1074; n <= 1023; n++, expected *= 2) assertEquals(powerOfTwo(n), expected);
});

Deno.test("powerOfTwo() is 0 below -1074", () => {
  assertEquals([-1075, -1076].map(powerOfTwo), [0, 0]);
});
