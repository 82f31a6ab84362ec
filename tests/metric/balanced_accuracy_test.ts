import { balancedAccuracy } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { guesses, pairs, scoreOf } from "./predictions.ts";

Deno.test("balancedAccuracy() is the mean recall", () => {
  assertEquals(scoreOf(balancedAccuracy(), pairs([0.9, 1], [0.2, 0], [0.6, 0], [0.7, 1])), (1 / 2 + 1) / 2);
});

checkReference(balancedAccuracy(), "binary", "classes");

Deno.test("balancedAccuracy() leaves out classes that never came true", () => {
  assertEquals(scoreOf(balancedAccuracy(), guesses([0, 0], [1, 0], [2, 2])), (1 / 2 + 1) / 2);
});
