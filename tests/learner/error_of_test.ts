import { assertEquals } from "@std/assert";
import { errorOf, noErrors } from "../../lib/learner/error_of.ts";

Deno.test("errorOf() is 1 for a wrong class and 0 for the right one", () => {
  assertEquals(errorOf("classification", { output: [0.2, 0.8], target: [0, 1] }, noErrors), [0, noErrors]);
  assertEquals(errorOf("classification", { output: [0.8, 0.2], target: [0, 1] }, noErrors), [1, noErrors]);
  assertEquals(errorOf("classification", { output: [0.8, 0.2], target: [0, 0, 1] }, noErrors), [1, noErrors]);
});

Deno.test("errorOf() is the mean distance of labels", () => {
  assertEquals(errorOf("multilabel", { output: [0.75, 0.5], target: [1, 0] }, noErrors), [0.375, noErrors]);
  assertEquals(errorOf("multilabel", { output: [0], target: [1, 1] }, noErrors), [1, noErrors]);
});

Deno.test("errorOf() is the distance of numbers in units of four times the mean one before", () => {
  const [first, scale] = errorOf("regression", { output: [1], target: [3] }, noErrors);
  assertEquals([first, scale], [0, { count: 1, mean: 2 }] as unknown); // nothing to compare it with
  assertEquals(errorOf("regression", { output: [1], target: [5] }, scale), [0.5, { count: 2, mean: 3 }]);
  assertEquals(errorOf("regression", { output: [0], target: [100] }, scale)[0], 1);
  assertEquals(errorOf("anomaly", { output: [0, 0], target: [1, 3] }, scale), [0.25, { count: 2, mean: 2 }]);
});

Deno.test("errorOf() takes what is not finite for as bad as can be, and out of the mean", () => {
  for (const output of [NaN, Infinity]) {
    for (const scale of [noErrors, { count: 1, mean: 2 }]) {
      assertEquals(errorOf("regression", { output: [output], target: [0] }, scale), [1, scale]);
    }
  }
});
