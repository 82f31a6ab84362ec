import { clipByValue } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { updatesOf } from "./one_neuron.ts";

Deno.test("clipByValue() holds each gradient between the bounds, and leaves the others", () => {
  assertEquals(updatesOf(clipByValue({ maxValue: 5 }), [[6, -8], [5, -5], [0.5, 0]]), [[5, -5], [5, -5], [0.5, 0]]);
});

Deno.test("clipByValue() clips infinities, and lets NaN be seen", () => {
  assertEquals(updatesOf(clipByValue({ maxValue: 2 }), [[Infinity, -Infinity], [NaN, 1]]), [[2, -2], [NaN, 1]]);
});

Deno.test("clipByValue() throws for a value that is not above 0", () => {
  for (const maxValue of [0, -1, NaN, Infinity]) {
    assertThrows(
      () => clipByValue({ maxValue }),
      RangeError,
      "Cannot create clipByValue as maxValue must be a number above 0",
    );
  }
});
