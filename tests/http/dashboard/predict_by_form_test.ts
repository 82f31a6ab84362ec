import { createTableLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { predictByForm } from "../../../lib/http/dashboard/predict_by_form.ts";
import { classLearner } from "../apps.ts";
import { textOf } from "./views.ts";

const app = createApp({ models: { colors: classLearner() } });
const limits = { fields: 10, textLength: 10 };

async function predict(form: Record<string, string>): Promise<string> {
  return await textOf(await predictByForm((await app.models.get("colors"))!, new URLSearchParams(form), limits));
}

Deno.test("predictByForm() predicts what a form was filled in with", async () => {
  const learner = classLearner();
  const output = learner.predictOne(learner.init(), [1, 0.5]);
  const text = await predict({ "input.0": "1", "input.1": "0.5" });
  const percents = [...output].sort((a, b) => b - a).map((share) => `${(100 * share).toFixed(1)} %`);
  assertEquals([...text.matchAll(/<span>(\d.*?)<\/span>/g)].map((match) => match[1]), percents);
  assertStringIncludes(text, "by version 0");
});

Deno.test("predictByForm() says what is wrong with the features", async () => {
  assertStringIncludes(await predict({ "input.0": "1" }), '<p class="problem">');
  assertStringIncludes(await predict({ "input.0": "1", "input.1": "1e999" }), "features");
});

Deno.test("predictByForm() predicts records by the fields of a form", async () => {
  const table = createTableLearner({ task: "classification", seed: 1 });
  const app = createApp({ models: { table } });
  const model = (await app.models.get("table"))!;
  const samples = Array.from({ length: 60 }, (_, i) => ({
    features: { age: i % 2 === 0 ? 20 : 60, city: i % 2 === 0 ? "Ulm" : "Bonn", isIn: i % 2 === 0 },
    target: i % 2 === 0 ? "young" : "old",
  }));
  await model.learn({ samples });
  const predict = async (form: Record<string, string>) =>
    await textOf(await predictByForm(model, new URLSearchParams(form), limits));
  const young = await predict({ "field.age": "20", "field.city": "Ulm", "field.isIn": "true" });
  assertStringIncludes(young, '<p class="answer">young</p>');
  assertStringIncludes(await predict({ "field.age": "60", "field.isIn": "" }), '<p class="answer">old</p>');
  assertStringIncludes(await predict({ "field.age": "many" }), "features.age");
});
