import { rmse } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { pairs, scoreOf } from "./predictions.ts";

Deno.test("rmse() is the root of the mean square, over outputs too", () => {
  assertEquals(scoreOf(rmse(), pairs([2.5, 3], [0, -0.5], [2, 2], [8, 7])), Math.sqrt(1.5 / 4));
  assertEquals(scoreOf(rmse(), [{ output: [1, 2], target: [0, 9] }]), 5);
});

checkReference(rmse(), "regression");
