import { hammingLoss } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { scoreOf } from "./predictions.ts";

Deno.test("hammingLoss() is the share of labels on the wrong side of 1/2", () => {
  const predictions = [{ output: [0.9, 0.2, 0.7], target: [1, 0, 1] }, { output: [0.1, 0.6, 0.3], target: [0, 1, 1] }];
  assertEquals(scoreOf(hammingLoss(), predictions), 1 / 6);
});

checkReference(hammingLoss(), "labels");

Deno.test("hammingLoss() takes outputs that are missing for 0", () => {
  assertEquals(scoreOf(hammingLoss(), [{ output: [0.9], target: [1, 0, 1] }]), 1 / 3);
});
