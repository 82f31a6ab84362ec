import { assertEquals } from "@std/assert";
import { powerOfTwo } from "../../lib/kernel/power_of_two.ts";

Deno.test("powerOfTwo() is exact from -1022 to 1023", () => {
  let expected = 2.2250738585072014e-308;
  for (let n = -1022; n <= 1023; n++, expected *= 2) assertEquals(powerOfTwo(n), expected);
});
