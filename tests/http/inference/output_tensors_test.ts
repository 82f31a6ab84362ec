import { createLearner, sgd } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { outputTensors } from "../../../lib/http/inference/output_tensors.ts";
import { classLearner, lineLearner } from "../apps.ts";

Deno.test("outputTensors() gives the outputs of a regression", () => {
  const outputs = [Float32Array.of(0.5), Float32Array.of(-2)];
  assertEquals(outputTensors(lineLearner(), outputs), [
    { name: "output", datatype: "FP32", shape: [2, 1], elements: [0.5, -2] },
  ]);
});

Deno.test("outputTensors() gives classes, and labels where there are some", () => {
  const outputs = [Float32Array.of(0.25, 0.5, 0.25), Float32Array.of(0.75, 0.25, 0)];
  const [output, classes, labels] = outputTensors(classLearner(), outputs);
  assertEquals([output.shape, output.elements], [[2, 3], [0.25, 0.5, 0.25, 0.75, 0.25, 0]]);
  assertEquals(classes, { name: "class", datatype: "INT64", shape: [2], elements: [1, 0] });
  assertEquals(labels, { name: "label", datatype: "BYTES", shape: [2], elements: ["green", "red"] });
  const nameless = createLearner({
    network: { inputs: 1, layers: [{ units: 1 }], cost: "crossEntropy" },
    optimizer: sgd({ learningRate: 1 }),
  });
  assertEquals(outputTensors(nameless, [Float32Array.of(0.75)]).map(({ name }) => name), ["output", "class"]);
});
