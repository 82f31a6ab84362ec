import { cohenKappa } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("cohenKappa() is 0 for chance, 1 for no error and -1 for the opposite", () => {
  assertEquals(scoreOf(cohenKappa(), pairs([1, 1], [1, 0], [0, 1], [0, 0])), 0);
  assertEquals(scoreOf(cohenKappa(), pairs([1, 1], [0, 0])), 1);
  assertEquals(scoreOf(cohenKappa(), pairs([1, 0], [0, 1])), -1);
});

checkReference(cohenKappa(), "binary", "classes");

Deno.test("cohenKappa() is 0 where there is one class only", () => {
  assertEquals(scoreOf(cohenKappa(), guesses([1, 1], [1, 1])), 0);
});
