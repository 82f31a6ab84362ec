import { createLearner, createTableLearner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { outputUnits } from "../../lib/learner/output_units.ts";

Deno.test("outputUnits() counts the outputs before the first sample", () => {
  const network = { inputs: 2, layers: [{ units: 5 }, { units: 3 }] };
  assertEquals(outputUnits(createLearner({ network, optimizer: sgd({ learningRate: 1 }) })), 3);
  assertEquals(outputUnits(createTableLearner({ task: "classification" })), 2); // and more as classes appear
  assertEquals(outputUnits(createTableLearner({ task: "regression", units: 4 })), 4);
});
