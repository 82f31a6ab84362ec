import { rollingMean } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";

/** The metric after these numbers. */
function meanOf(window: number, values: number[]): number {
  const metric = rollingMean(window);
  return metric.value(values.reduce(metric.update, metric.init()));
}

Deno.test("rollingMean() is the mean of the newest numbers", () => {
  assertEquals(meanOf(2, [1, 2, 6]), 4);
  assertEquals(meanOf(3, [1, 2, 6]), 3);
  assertEquals(meanOf(1, [1, 2, 6]), 6);
});

Deno.test("rollingMean() is the mean of all while there are fewer than the window", () => {
  assertEquals(meanOf(100, [1, 2]), 1.5);
});

Deno.test("rollingMean() is NaN before the first number", () => assertEquals(meanOf(2, []), NaN));

Deno.test("rollingMean() forgets NaN when it has left the window", () => {
  assertEquals(meanOf(2, [NaN, 1]), NaN);
  assertEquals(meanOf(2, [NaN, 1, 3]), 2);
});

Deno.test("rollingMean() goes on from a state of a larger window", () => {
  const metric = rollingMean(2);
  assertEquals(metric.update({ values: [9, 9, 9, 1] }, 3), { values: [1, 3] });
});

Deno.test("rollingMean() changes no state, and its state is plain data", () => {
  const metric = rollingMean(2);
  const state = [1, 2].reduce(metric.update, metric.init());
  const copy = structuredClone(state);
  assertEquals(metric.value(metric.update(state, 6)), 4);
  assertEquals(state, copy);
  assertEquals(metric.value(metric.update(copy, 6)), 4);
});

Deno.test("rollingMean() throws if the window is not a whole number above 0", () => {
  for (const window of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(
      () => rollingMean(window),
      RangeError,
      `Cannot create rollingMean as window must be a whole number above 0: current value is ${window}`,
    );
  }
});
