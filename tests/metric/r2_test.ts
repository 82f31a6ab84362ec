import { r2 } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { assertClose } from "../helper/assert_close.ts";
import { checkReference } from "./check_reference.ts";
import { pairs, scoreOf } from "./predictions.ts";

Deno.test("r2() is 1 for no error and 0 for the mean of the targets", () => {
  assertEquals(scoreOf(r2(), pairs([1, 1], [2, 2], [6, 6])), 1);
  assertEquals(scoreOf(r2(), pairs([3, 1], [3, 2], [3, 6])), 0);
});

checkReference(r2(), "regression");

Deno.test("r2() is the mean over outputs", () => {
  const predictions = [{ output: [1, 5], target: [1, 4] }, { output: [3, 5], target: [3, 6] }];
  assertEquals(scoreOf(r2(), predictions), (1 + 0) / 2);
});

Deno.test("r2() is 0 where all targets are the same, of one prediction too", () => {
  assertEquals(scoreOf(r2(), pairs([1, 4], [2, 4])), 0);
  assertEquals(scoreOf(r2(), pairs([4, 4])), 0);
});

Deno.test("r2() keeps its digits far from 0", () => {
  const predictions = pairs([1e9, 1e9 + 1], [1e9 + 2, 1e9 + 2], [1e9 + 4, 1e9 + 3]);
  assertClose([scoreOf(r2(), predictions)], [1 - 2 / 2], { absolute: 1e-12 });
});

Deno.test("r2() takes outputs that come up later for 0 before", () => {
  const predictions = [{ output: [1], target: [1] }, { output: [2, 4], target: [2, 4] }];
  assertEquals(scoreOf(r2(), predictions), 1);
});
