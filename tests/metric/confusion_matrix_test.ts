import { confusionMatrix } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("confusionMatrix() counts predicted classes by target", () => {
  assertEquals(scoreOf(confusionMatrix(), pairs([0.9, 1], [0.2, 0], [0.6, 0], [0.7, 1])), [[1, 1], [0, 2]]);
  assertEquals(scoreOf(confusionMatrix(), guesses([1, 0], [1, 0])), [[0, 2, 0], [0, 0, 0], [0, 0, 0]]);
});

checkReference(confusionMatrix(), "binary", "classes");

Deno.test("confusionMatrix() has no rows before the first prediction", () => {
  assertEquals(scoreOf(confusionMatrix(), []), []);
});
