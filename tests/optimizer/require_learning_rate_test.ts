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

Deno.test("requireLearningRate() checks the numbers of a schedule that was not made by its function", () => {
  const cases: [rate: unknown, text: string][] = [
    [{ schedule: "constant", rate: 0 }, "constant schedule as rate must be a number above 0: current value is 0"],
    [{ schedule: "constant" }, "constant schedule as rate must be a number above 0: current value is undefined"],
    [
      { schedule: "inverseTime", rate: 1, decay: -1 },
      "inverseTime schedule as decay must be a number from 0 on: current value is -1",
    ],
    [
      { schedule: "stepDecay", rate: 1, factor: 1, every: 0 },
      "stepDecay schedule as every must be a whole number above 0: current value is 0",
    ],
    [
      { schedule: "cosine", rate: 1, steps: 1.5, floor: 0 },
      "cosine schedule as steps must be a whole number above 0: current value is 1.5",
    ],
    [
      { schedule: "cosine", rate: 1, steps: 1 },
      "cosine schedule as floor must be a number from 0 on: current value is undefined",
    ],
    [
      { schedule: "warmUp", steps: "2", then: { schedule: "constant", rate: 1 } },
      'warmUp schedule as steps must be a whole number above 0: current value is "2"',
    ],
    [
      { schedule: "warmUp", steps: 2, then: null },
      "constant schedule as rate must be a number above 0: current value is null",
    ],
    [
      { schedule: "warmUp", steps: 2, then: { schedule: "cosine", rate: -1, steps: 1, floor: 0 } },
      "cosine schedule as rate must be a number above 0: current value is -1",
    ],
    [
      { schedule: "warmUp", steps: 2, then: { schedule: "warmUp", steps: 2, then: { schedule: "none" } } },
      'warmUp schedule as learningRate must be a number above 0 or a schedule: current value is {"schedule":"none"}',
    ],
  ];
  for (const [rate, text] of cases) {
    const { message } = assertThrows(() => requireLearningRate("sgd", rate as LearningRate), RangeError);
    assertEquals(message, `Cannot create ${text}`);
  }
});
