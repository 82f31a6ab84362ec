import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { createAverages } from "../../lib/rx/create_averages.ts";

Deno.test("createAverages() gives the mean of all numbers and of the newest", () => {
  const averages = createAverages(2);
  const means = [1, 2, 6, 7].map((value) => {
    averages.add(value);
    return [averages.total(), averages.rolling()];
  });
  assertEquals(means, [[1, 1], [1.5, 1.5], [3, 4], [4, 6.5]]);
});

Deno.test("createAverages() of nothing is NaN", () => {
  assertEquals([createAverages(3).total(), createAverages(3).rolling()], [NaN, NaN]);
});

Deno.test("createAverages() agrees with the mean of a slice to 1e-12 after 10,000 numbers, one of them huge", () => {
  const averages = createAverages(7);
  const values = Array.from({ length: 10_000 }, (_, i) => i === 5000 ? 1e20 : (i * 37 % 101) / 10);
  for (const value of values) averages.add(value);
  assertAlmostEquals(averages.rolling(), values.slice(-7).reduce((sum, x) => sum + x, 0) / 7, 1e-12);
});

Deno.test("createAverages() forgets a number that is not finite, within two windows", () => {
  const averages = createAverages(3);
  averages.add(Infinity);
  assertEquals(averages.rolling(), Infinity);
  for (let i = 0; i < 6; i++) averages.add(2);
  assertEquals(averages.rolling(), 2);
});

Deno.test("createAverages() takes a number in the same time for a window of 10 and of a million", () => {
  const time = (window: number): number => {
    const averages = createAverages(window);
    const start = performance.now();
    for (let i = 0; i < 100_000; i++) averages.add(i);
    return performance.now() - start;
  };
  time(10);
  assert(time(1_000_000) < 20 * time(10) + 20);
});
