import { assertEquals } from "@std/assert";
import { outputForm } from "../../lib/http/output_form.ts";
import { classLearner, lineLearner } from "./apps.ts";

Deno.test("outputForm() tells task and labels, and whether the outputs are probabilities", () => {
  const [line, colors] = [lineLearner(), classLearner()];
  assertEquals(outputForm(line, line.init()), { task: "regression", labels: [], probabilities: false });
  assertEquals(outputForm(colors, colors.init()), {
    task: "classification",
    labels: ["red", "green", "blue"],
    probabilities: true,
  });
});

Deno.test("outputForm() takes the labels of the state where they grow", () => {
  const colors = { ...classLearner(), labelsOf: () => ["red", "green", "blue", "white"] };
  assertEquals(outputForm(colors, colors.init()).labels, ["red", "green", "blue", "white"]);
});
