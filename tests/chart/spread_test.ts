import { assertEquals } from "@std/assert";
import { spread } from "../../lib/chart/spread.ts";

Deno.test("spread() leaves positions that are far enough apart", () => {
  assertEquals(spread([10, 50, 90], 20, [0, 100]), [10, 50, 90]);
  assertEquals(spread([], 20, [0, 100]), []);
});

Deno.test("spread() moves neighbors apart around their mean, in the order given", () => {
  assertEquals(spread([50, 50], 20, [0, 100]), [40, 60]);
  assertEquals(spread([54, 50, 10], 20, [0, 100]), [62, 42, 10]);
});

Deno.test("spread() stays within the bounds", () => {
  assertEquals(spread([0, 0], 20, [0, 100]), [0, 20]);
  assertEquals(spread([100, 100], 20, [0, 100]), [80, 100]);
  assertEquals(spread([50, 50, 50], 80, [0, 100]), [0, 50, 100]);
});
