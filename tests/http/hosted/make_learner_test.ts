import { createChampion, createTableLearner, type LearnerDescription } from "@backstream/backstream";
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

Deno.test("makeLearner() makes learners of several parts", () => {
  const learners = {
    usual: createTableLearner({ task: "regression" }),
    line: createTableLearner({ task: "regression", hidden: [] }),
  };
  for (const { description } of [...Object.values(learners), createChampion({ learners })]) {
    assertEquals(makeLearner(JSON.parse(JSON.stringify(description)), 1e6).description, description);
  }
});

Deno.test("makeLearner() counts the parameters of learners of several parts before it makes them", () => {
  const { description } = createTableLearner({ task: "regression" });
  const huge = { ...description, maker: { ...description.maker!, hidden: [{ units: 1e9 }] } };
  const text = "Cannot create model as it must have 1000000 parameters at most: current value is";
  assertThrows(() => makeLearner(huge, 1e6), RequestError, text);
  const wide = { ...description, maker: { name: "createChampion", learners: { a: huge, b: description } } };
  assertThrows(() => makeLearner(wide, 1e6), RequestError, text);
  let deep: LearnerDescription = description;
  for (let i = 0; i < 5; i++) deep = { ...description, maker: { name: "createBackgroundLearner", learner: deep } };
  assertThrows(() => makeLearner(deep, 1e6), RequestError, "Cannot create model as learners must nest 3 deep at most");
});

const wrong: [name: string, description: unknown, detail: string][] = [
  ["null", null, "Cannot create model as its description must be an object: current value is null"],
  [
    "no network",
    { optimizer: description.optimizer },
    "Cannot create model as its description must hold a maker, or options of a network",
  ],
  [
    "a network that is no options",
    { ...description, network: { inputs: 1, layers: [], parameters: [] } },
    "Cannot create model as its description must hold a maker, or options of a network",
  ],
  [
    "an unknown optimizer",
    { ...description, optimizer: { name: "best" } },
    "Cannot create optimizer as name must be one of",
  ],
  ["no optimizer", { ...description, optimizer: undefined }, "Cannot make learner as description must have"],
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
