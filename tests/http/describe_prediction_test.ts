import { assertEquals } from "@std/assert";
import { describePrediction } from "../../lib/http/describe_prediction.ts";

const colors = { task: "classification", labels: ["red", "green", "blue"], probabilities: true };

Deno.test("describePrediction() gives the output alone where nothing is classified", () => {
  for (const task of ["regression", "anomaly"]) {
    assertEquals(describePrediction(Float32Array.of(0.75), { ...colors, task }), {
      output: [0.75],
    });
  }
});

Deno.test("describePrediction() gives class, label and probabilities where there are labels", () => {
  const numbers = [0.25, 0.5, 0.125];
  const output = Float32Array.from(numbers);
  const told = { output: numbers, class: 1, label: "green" };
  const probabilities = { red: 0.25, green: 0.5, blue: 0.125 };
  assertEquals(describePrediction(output, colors), { ...told, probabilities });
  assertEquals(describePrediction(output, { ...colors, probabilities: false }), told);
  assertEquals(describePrediction(output, { ...colors, labels: [] }), { output: numbers, class: 1 });
  assertEquals(describePrediction(output, { ...colors, labels: ["red"] }), {
    output: numbers,
    class: 1,
    probabilities: { red: 0.25 },
  });
});

Deno.test("describePrediction() takes one output for two classes", () => {
  const form = { ...colors, labels: ["no", "yes"] };
  const yes = { output: [0.75], class: 1, label: "yes", probabilities: { no: 0.25, yes: 0.75 } };
  assertEquals(describePrediction(Float32Array.of(0.75), form), yes);
  const no = { output: [0.25], class: 0, label: "no", probabilities: { no: 0.75, yes: 0.25 } };
  assertEquals(describePrediction(Float32Array.of(0.25), form), no);
});

Deno.test("describePrediction() gives the labels that are there where several may be", () => {
  assertEquals(describePrediction(Float32Array.of(0.75, 0.5, 1), { ...colors, task: "multilabel" }), {
    output: [0.75, 0.5, 1],
    labels: ["red", "blue"],
    probabilities: { red: 0.75, green: 0.5, blue: 1 },
  });
});

Deno.test("describePrediction() takes any text for a label", () => {
  const form = { ...colors, labels: ["__proto__", "constructor"] };
  const { label, probabilities } = describePrediction(Float32Array.of(0.75, 0.25), form);
  assertEquals(label, "__proto__");
  assertEquals(JSON.stringify(probabilities), '{"__proto__":0.75,"constructor":0.25}');
});
