import { kappa } from "../../lib/metric/kappa.ts";
import { assertEquals } from "@std/assert";

Deno.test("kappa() is the share of the errors that is avoided", () => {
  assertEquals(kappa(0.75, 0.5), 0.5);
  assertEquals(kappa(0.5, 0.5), 0);
  assertEquals(kappa(0.25, 0.5), -0.5);
});

Deno.test("kappa() is 0 where neither errs, and minus infinity where the reference alone does not", () => {
  assertEquals(kappa(1, 1), 0);
  assertEquals(kappa(0.5, 1), -Infinity);
});
