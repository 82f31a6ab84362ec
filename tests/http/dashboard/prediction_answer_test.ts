import { assertEquals, assertStringIncludes } from "@std/assert";
import { predictionAnswer, predictionProblem } from "../../../lib/http/dashboard/prediction_answer.ts";
import type { Prediction } from "../../../lib/http/describe_prediction.ts";
import { textOf } from "./views.ts";

/** The heading, and name, percent and width of each bar. */
async function read(prediction: Prediction) {
  const text = await textOf(predictionAnswer(prediction, 7));
  const bars = text.matchAll(/<span>(.*?)<\/span>\s*<span>(.*?)<\/span>.*?width="(.*?)"/gs);
  return { heading: text.match(/class="answer">(.*?)</)![1], bars: [...bars].map((match) => match.slice(1)), text };
}

Deno.test("predictionAnswer() tells the label and draws the probabilities, the highest first", async () => {
  const probabilities = { red: 0.25, "<blue>": 0.7, green: 0.05 };
  const { heading, bars, text } = await read({ output: [0.25, 0.7, 0.05], class: 1, label: "<blue>", probabilities });
  assertEquals(heading, "&lt;blue&gt;");
  assertEquals(bars, [["&lt;blue&gt;", "70.0 %", "70"], ["red", "25.0 %", "25"], ["green", "5.0 %", "5"]]);
  assertStringIncludes(text, "by version 7");
  assertEquals(text.split('class="best"').length, 2);
});

Deno.test("predictionAnswer() tells classes without labels by number, and draws what may be probabilities", async () => {
  const { heading, bars } = await read({ output: [0.1, 0.9], class: 1 });
  assertEquals([heading, bars.map(([name]) => name)], ["Class 1", ["class 1", "class 0"]]);
  assertEquals((await read({ output: [-2, 3], class: 1 })).bars, []);
  assertEquals((await read({ output: [0.9], class: 1 })).bars, []);
});

Deno.test("predictionAnswer() tells the numbers of a regression, and which of several labels are there", async () => {
  assertEquals(await read({ output: [0.5, 1234] }).then(({ heading, bars }) => [heading, bars]), ["0.5, 1,234", []]);
  const probabilities = { a: 0.9, b: 0.8, c: 0.1 };
  assertEquals((await read({ output: [0.9, 0.8, 0.1], labels: ["a", "b"], probabilities })).heading, "a, b");
  assertEquals((await read({ output: [0.1], labels: [], probabilities: { a: 0.1 } })).heading, "None of them");
});

Deno.test("predictionAnswer() draws the twelve most probable of many classes", async () => {
  const output = Array.from({ length: 20 }, (_, i) => i / 190);
  const { bars, text } = await read({ output, class: 19 });
  assertEquals([bars.length, bars[0][0], bars[11][0]], [12, "class 19", "class 8"]);
  assertStringIncludes(text, "and 8 more");
});

Deno.test("predictionProblem() is a text", async () => {
  assertEquals(await textOf(predictionProblem("<b>")), '<p class="problem">&lt;b&gt;</p>');
});
