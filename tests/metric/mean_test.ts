import { mean } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";

/** The metric after these numbers. */
function meanOf(values: number[]): number {
  const metric = mean();
  return metric.value(values.reduce(metric.update, metric.init()));
}

Deno.test("mean() is the mean of all numbers so far", () => {
  assertEquals(meanOf([1, 2, 6]), 3);
  assertEquals(meanOf([1, 0, 1, 1]), 0.75);
  assertEquals(meanOf([5]), 5);
});

Deno.test("mean() is NaN before the first number", () => assertEquals(meanOf([]), NaN));

Deno.test("mean() keeps its digits over a million numbers far from 0", () => {
  const metric = mean();
  let state = metric.init();
  for (let i = 0; i < 1e6; i++) state = metric.update(state, 1e9 + i % 2);
  assertClose([metric.value(state)], [1e9 + 0.5], { relative: 1e-15 });
});

Deno.test("mean() holds numbers whose sum would overflow", () => {
  assertClose([meanOf([1e308, 1e308, 1e308])], [1e308], { relative: 1e-15 });
});

Deno.test("mean() keeps NaN", () => assertEquals(meanOf([1, NaN, 2]), NaN));

Deno.test("mean() changes no state, and its state is plain data", () => {
  const metric = mean();
  const state = Object.freeze(metric.update(metric.init(), 4));
  const copy = structuredClone(state);
  assertEquals(metric.value(metric.update(state, 8)), 6);
  assertEquals(state, copy);
  assertEquals(metric.value(metric.update(copy, 8)), 6);
});

Deno.test("mean() merges two means, and forgets a share of what it has seen", () => {
  const { init, update, merge, scale, value } = mean();
  const [few, many] = [[4], [1, 2, 3]].map((values) => values.reduce(update, init()));
  assertEquals(value(merge!(few, many)), 2.5);
  assertEquals(merge!(init(), init()), init());
  assertEquals(value(update(scale!(many, 1 / 3), 4)), 3);
});
