import { element } from "../../lib/metric/element.ts";
import { assertEquals } from "@std/assert";

Deno.test("element() goes on with zeros", () => {
  assertEquals([0, 1, 2, 3].map((j) => element([5, NaN], j)), [5, NaN, 0, 0]);
  assertEquals(element(Float32Array.of(), 0), 0);
});
