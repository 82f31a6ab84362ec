import { assertAlmostEquals, assertEquals } from "@std/assert";
import { costOf } from "../../lib/learner/cost_of.ts";

Deno.test("costOf() is -ln p of the class", () => {
  assertAlmostEquals(costOf("classification", [0.25, 0.75], [1, 0]), Math.log(4), 1e-6);
  assertAlmostEquals(costOf("classification", [0.5, 0.5], [0.25, 0.75]), Math.log(2), 1e-6);
});

Deno.test("costOf() is the sum of the cross-entropies of labels", () => {
  assertAlmostEquals(costOf("multilabel", [0.5, 0.75], [1, 0]), Math.log(2) + Math.log(4), 1e-6);
});

Deno.test("costOf() is half the squared distance of numbers", () => {
  assertEquals(costOf("regression", [1, 2], [4, -2]), 12.5);
  assertEquals(costOf("anomaly", [0], [2]), 2);
});

Deno.test("costOf() counts outputs that are not there yet as 0, and stays finite", () => {
  assertEquals(costOf("regression", [1], [1, 2]), 2);
  assertAlmostEquals(costOf("classification", [1, 0], [0, 0, 1]), -Math.log(1e-7), 1e-5);
  assertAlmostEquals(costOf("multilabel", [1, 0], [0, 1]), -2 * Math.log(1e-7), 1e-5);
  assertEquals(costOf("classification", [1, 0], [0, 0]), 0);
});
