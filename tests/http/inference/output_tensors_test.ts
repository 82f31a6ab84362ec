import { assertEquals } from "@std/assert";
import { outputTensors } from "../../../lib/http/inference/output_tensors.ts";

const labels = ["red", "green", "blue"];

Deno.test("outputTensors() gives the outputs of a regression", () => {
  const outputs = [Float32Array.of(0.5), Float32Array.of(-2)];
  assertEquals(outputTensors({ task: "regression", labels: [], probabilities: false }, outputs), [
    { name: "output", datatype: "FP32", shape: [2, 1], elements: [0.5, -2] },
  ]);
});

Deno.test("outputTensors() gives classes, and labels where there are some", () => {
  const outputs = [Float32Array.of(0.25, 0.5, 0.25), Float32Array.of(0.75, 0.25, 0)];
  const form = { task: "classification", labels, probabilities: true };
  const [output, classes, names] = outputTensors(form, outputs);
  assertEquals([output.shape, output.elements], [[2, 3], [0.25, 0.5, 0.25, 0.75, 0.25, 0]]);
  assertEquals(classes, { name: "class", datatype: "INT64", shape: [2], elements: [1, 0] });
  assertEquals(names, { name: "label", datatype: "BYTES", shape: [2], elements: ["green", "red"] });
  const nameless = outputTensors({ ...form, labels: [] }, [Float32Array.of(0.75)]);
  assertEquals(nameless.map(({ name }) => name), ["output", "class"]);
});

Deno.test("outputTensors() gives outputs alone where several labels may be there", () => {
  const form = { task: "multilabel", labels, probabilities: true };
  assertEquals(outputTensors(form, [Float32Array.of(1, 0, 1)]).map(({ name }) => name), ["output"]);
});
