import { classOf } from "@backstream/backstream";
import { assertEquals } from "@std/assert";

Deno.test("classOf() is the place of the largest element", () => {
  assertEquals(classOf([0.1, 0.7, 0.2]), 1);
  assertEquals(classOf(Float32Array.of(-3, -2, -1)), 2);
  assertEquals(classOf([Infinity, 1e300]), 0);
});

Deno.test("classOf() is the first of equal elements", () => {
  assertEquals(classOf([0, 2, 2]), 1);
  assertEquals(classOf([0, 0]), 0);
  assertEquals(classOf([-0, 0]), 0);
});

Deno.test("classOf() of one output is 1 above 1/2 and 0 elsewhere", () => {
  assertEquals([0.7, 0.5, 0.3, 1, 0, NaN].map((a) => classOf([a])), [1, 0, 0, 1, 0, 0]);
});

Deno.test("classOf() leaves out NaN behind a number, and is 0 where there is nothing to compare", () => {
  assertEquals(classOf([1, NaN, 2]), 2);
  assertEquals(classOf([NaN, NaN]), 0);
  assertEquals(classOf([]), 0);
});
