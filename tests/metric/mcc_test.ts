import { mcc } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("mcc() is 0 for chance, 1 for no error and -1 for the opposite", () => {
  assertEquals(scoreOf(mcc(), pairs([1, 1], [1, 0], [0, 1], [0, 0])), 0);
  assertEquals(scoreOf(mcc(), pairs([1, 1], [0, 0])), 1);
  assertEquals(scoreOf(mcc(), pairs([1, 0], [0, 1])), -1);
});

checkReference(mcc(), "binary", "classes");

Deno.test("mcc() is 0 where targets or predictions are all of one class", () => {
  assertEquals(scoreOf(mcc(), guesses([1, 1], [1, 1])), 0);
  assertEquals(scoreOf(mcc(), guesses([1, 1], [1, 2])), 0);
});
