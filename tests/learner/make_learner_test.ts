import {
  createBackgroundLearner,
  createChampion,
  createLearner,
  createTableLearner,
  type LearnerDescription,
  makeLearner,
  sgd,
} from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { kinds } from "../helper/kinds_of_learners.ts";

Deno.test("makeLearner() makes each kind of learner again, which has learned nothing", () => {
  for (const { learner } of kinds) {
    const again = makeLearner(JSON.parse(JSON.stringify(learner.description)));
    assertEquals(again.description, learner.description);
    assertEquals(structuredClone(again.init()), structuredClone(learner.init()));
  }
});

Deno.test("makeLearner() makes learners inside others", () => {
  const table = createTableLearner({ task: "classification", drift: null, members: 1 });
  const background = createBackgroundLearner({ learner: table });
  const champion = createChampion({ learners: { table, background }, margin: 0.1, largerIsBetter: false });
  assertEquals(makeLearner(champion.description).description, champion.description);
});

Deno.test("makeLearner() refuses a description that is none", () => {
  const made = createLearner({ network: { inputs: 1, layers: [{ units: 1 }] }, optimizer: sgd({ learningRate: 1 }) });
  const { description } = made;
  const refused = (value: unknown, kind: typeof RangeError | typeof TypeError) =>
    assertThrows(() => makeLearner(value as LearnerDescription), kind).message;
  for (const other of [null, undefined, 5, "learner"]) {
    const text = `Cannot make learner as description must be an object: current value is ${other}`;
    assertEquals(refused(other, TypeError), text);
  }
  const { network: _, ...noNetwork } = description;
  const { optimizer: __, ...noOptimizer } = description;
  for (const other of [{}, noNetwork, noOptimizer]) {
    const text = "Cannot make learner as description must have a maker, or a network and an optimizer";
    assertEquals(refused(other, TypeError), text);
  }
  const names = "createTableLearner, createAnomalyLearner, createChampion, createBackgroundLearner";
  for (const name of ["createLearner", "toString", "__proto__", undefined]) {
    const text = `Cannot make learner as maker must be one of ${names}: current value is ${JSON.stringify(name)}`;
    assertEquals(refused({ ...description, maker: { name } }, RangeError), text);
  }
  const { maker } = createTableLearner({ task: "regression" }).description;
  assertEquals(
    refused({ maker: { ...maker, members: 0 } }, RangeError),
    "Cannot create table learner as members must be a whole number from 1 on: current value is 0",
  );
});
