import { mae } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { pairs, scoreOf } from "./predictions.ts";

Deno.test("mae() is the mean distance, over outputs too", () => {
  assertEquals(scoreOf(mae(), pairs([2.5, 3], [0, -0.5], [2, 2], [8, 7])), 0.5);
  assertEquals(scoreOf(mae(), [{ output: [1, 2], target: [0, 5] }]), 2);
});

checkReference(mae(), "regression");

Deno.test("mae() keeps what is not finite", () => {
  assertEquals(scoreOf(mae(), pairs([Infinity, 1], [1, 1])), Infinity);
  assertEquals(scoreOf(mae(), pairs([NaN, 1], [1, 1])), NaN);
});
