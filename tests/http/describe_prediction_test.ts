import { createLearner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { describePrediction } from "../../lib/http/describe_prediction.ts";
import { classLearner, lineLearner } from "./apps.ts";

Deno.test("describePrediction() gives the output alone where nothing is classified", () => {
  assertEquals(describePrediction(lineLearner(), Float32Array.of(0.75)), { output: [0.75] });
});

Deno.test("describePrediction() gives class and label where the learner has labels", () => {
  const output = Float32Array.of(0.25, 0.5, 0.25);
  assertEquals(describePrediction(classLearner(), output), { output: [0.25, 0.5, 0.25], class: 1, label: "green" });
});

Deno.test("describePrediction() takes one output for two classes", () => {
  const yesOrNo = createLearner({
    network: { inputs: 1, layers: [{ units: 1 }], cost: "crossEntropy" },
    optimizer: sgd({ learningRate: 1 }),
    labels: ["no", "yes"],
  });
  assertEquals(describePrediction(yesOrNo, Float32Array.of(0.75)), { output: [0.75], class: 1, label: "yes" });
  assertEquals(describePrediction(yesOrNo, Float32Array.of(0.25)), { output: [0.25], class: 0, label: "no" });
});
