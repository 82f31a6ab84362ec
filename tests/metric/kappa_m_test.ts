import { kappaM } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, scoreOf } from "./predictions.ts";

Deno.test("kappaM() compares with the majority class", () => {
  assertEquals(scoreOf(kappaM(), guesses([0, 0], [0, 0], [0, 1], [2, 2])), 1 - (1 / 4) / (2 / 4));
  assertEquals(scoreOf(kappaM(), guesses([0, 0], [0, 0], [0, 1], [0, 2])), 0);
});

checkReference(kappaM(), "binary", "classes");

Deno.test("kappaM() is 0 where all is of one class, and minus infinity where that was missed", () => {
  assertEquals(scoreOf(kappaM(), guesses([1, 1], [1, 1])), 0);
  assertEquals(scoreOf(kappaM(), guesses([1, 1], [0, 1])), -Infinity);
});
