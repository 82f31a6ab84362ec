import { assertEquals } from "@std/assert";
import { inputTensors } from "../../../lib/http/inference/input_tensors.ts";
import { classLearner } from "../apps.ts";

Deno.test("inputTensors() gives one tensor of all numbers", () => {
  const learner = classLearner();
  assertEquals(inputTensors(learner, learner.init()), [{ name: "input", datatype: "FP32", shape: [-1, 2] }]);
});

Deno.test("inputTensors() gives a tensor a field of a record", () => {
  const fields = [
    { name: "age", type: "numeric" },
    { name: "late", type: "boolean" },
    { name: "city", type: "categorical" },
    { name: "words", type: "text" },
    { name: "seen", type: "timestamp" },
    { name: "place", type: "vector", length: 3 },
    { name: "path", type: "vector" },
  ] as const;
  const learner = { ...classLearner(), fieldsOf: () => ({ fields }) };
  assertEquals(inputTensors(learner, learner.init()).map(({ name, datatype, shape }) => [name, datatype, ...shape]), [
    ["age", "FP64", -1],
    ["late", "BOOL", -1],
    ["city", "BYTES", -1],
    ["words", "BYTES", -1],
    ["seen", "FP64", -1],
    ["place", "FP64", -1, 3],
    ["path", "FP64", -1, -1],
  ]);
});

Deno.test("inputTensors() gives none where a model takes records whose fields are not told", () => {
  const { description } = classLearner();
  const learner = { ...classLearner(), description: { ...description, maker: { name: "table" } } };
  assertEquals(inputTensors(learner, learner.init()), []);
});
