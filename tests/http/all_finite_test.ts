import { assertEquals } from "@std/assert";
import { allFinite } from "../../lib/http/all_finite.ts";

Deno.test("allFinite() tells whether each number is finite", () => {
  assertEquals([[], [0, -0, 1e308, 5e-324], Float32Array.of(1, -2)].map(allFinite), [true, true, true]);
  assertEquals([[1, NaN], [Infinity, 1], Float32Array.of(0, -Infinity)].map(allFinite), [false, false, false]);
});
