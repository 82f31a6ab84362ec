import { subsetAccuracy } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { checkReference } from "./check_reference.ts";
import { scoreOf } from "./predictions.ts";

Deno.test("subsetAccuracy() is the share of predictions without a wrong label", () => {
  const predictions = [{ output: [0.9, 0.2, 0.7], target: [1, 0, 1] }, { output: [0.1, 0.6, 0.3], target: [0, 1, 1] }];
  assertEquals(scoreOf(subsetAccuracy(), predictions), 1 / 2);
});

checkReference(subsetAccuracy(), "labels");
