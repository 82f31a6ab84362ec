import { f1 } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("f1() is the harmonic mean of precision and recall of class 1", () => {
  // precision 1 / 2, recall 1 / 3
  const predictions = pairs([0.1, 0], [0.2, 0], [0.9, 0], [0.8, 1], [0.3, 1], [0.4, 1]);
  assertEquals(scoreOf(f1(), predictions), 2 / (1 / (1 / 2) + 1 / (1 / 3)));
});

checkReference(f1(), "binary");

Deno.test("f1() is 0 where the class neither came true nor was predicted", () => {
  assertEquals(scoreOf(f1(), pairs([0.1, 0])), 0);
});

Deno.test("f1() looks at class 1 of several", () => {
  assertEquals(scoreOf(f1(), guesses([1, 1], [1, 2], [0, 0])), 2 / 3);
});
