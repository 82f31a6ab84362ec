import { accuracy } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("accuracy() is the share of right classes", () => {
  assertEquals(scoreOf(accuracy(), pairs([0.9, 1], [0.2, 0], [0.6, 0], [0.7, 1])), 3 / 4);
  assertEquals(scoreOf(accuracy(), guesses([0, 0], [1, 2], [2, 2])), 2 / 3);
});

checkReference(accuracy(), "binary", "classes");

Deno.test("accuracy() counts weights", () => {
  const [right, wrong] = guesses([0, 0], [1, 2]);
  assertEquals(scoreOf(accuracy(), [{ ...right, weight: 3 }, { ...wrong, weight: 1 }]), 3 / 4);
});

Deno.test("accuracy() takes an output of 1/2, and one that is NaN, for class 0", () => {
  assertEquals(scoreOf(accuracy(), pairs([0.5, 0], [NaN, 0])), 1);
});
