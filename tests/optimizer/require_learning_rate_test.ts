import { cosine } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { requireLearningRate } from "../../lib/optimizer/require_learning_rate.ts";
import type { LearningRate } from "../../lib/optimizer/schedule.ts";

Deno.test("requireLearningRate() takes a number above 0 and a schedule", () => {
  assertEquals(requireLearningRate("sgd", 1), undefined);
  assertEquals(requireLearningRate("sgd", cosine({ rate: 1, steps: 3 })), undefined);
});

Deno.test("requireLearningRate() throws for anything else", () => {
  for (const rate of [0, NaN, "1", null, { schedule: "no such", rate: 1 }, {}]) {
    assertThrows(
      () => requireLearningRate("sgd", rate as LearningRate),
      RangeError,
      "Cannot create sgd as learningRate",
    );
  }
});
