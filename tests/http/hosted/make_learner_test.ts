import type { LearnerDescription } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { makeLearner } from "../../../lib/http/hosted/make_learner.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { classLearner } from "../apps.ts";

const { description } = classLearner();

Deno.test("makeLearner() makes the learner that the description is of", () => {
  const learner = makeLearner(JSON.parse(JSON.stringify(description)), 9);
  assertEquals(learner.description, description);
  assertEquals(learner.init(), classLearner().init());
});

const wrong: [name: string, description: unknown, detail: string][] = [
  ["null", null, "Cannot create model as its description must be an object: current value is null"],
  [
    "no network",
    { optimizer: description.optimizer },
    "Cannot create model as its description must hold options of a network",
  ],
  [
    "a network that is no options",
    { ...description, network: { inputs: 1, layers: [], parameters: [] } },
    "Cannot create model as its description must hold options of a network",
  ],
  [
    "an unknown optimizer",
    { ...description, optimizer: { name: "best" } },
    "Cannot create optimizer as name must be one of",
  ],
  ["no optimizer", { ...description, optimizer: undefined }, "Cannot create optimizer as spec must be an object"],
  [
    "too few labels",
    { ...description, labels: ["a"] },
    "Cannot create learner as labels must hold one label an output",
  ],
  [
    "too many parameters",
    { ...description, network: { inputs: 1e9, layers: [{ units: 1e9 }] } },
    "Cannot create model as it must have 9 parameters at most: current value is 1000000001000000000",
  ],
];
for (const [name, value, detail] of wrong) {
  Deno.test(`makeLearner() refuses ${name}`, () => {
    const error = assertThrows(() => makeLearner(value as LearnerDescription, 9), RequestError, detail);
    assertEquals(error.problem.status, 422);
  });
}
