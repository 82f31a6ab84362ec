import { assertEquals } from "@std/assert";
import { modelFamilies } from "../../../lib/http/observe/model_families.ts";
import { sampleHead } from "./sample_head.ts";

const work = { predictions: 8, commits: 9, conflicts: 10, bytes: 12 };

Deno.test("modelFamilies() tells everything of a model that is read, each under its own name", () => {
  const families = modelFamilies([{ name: "line", head: sampleHead(), work }]);
  const one = families.filter(({ name }) => name !== "backstream_model_score");
  assertEquals(one.map(({ name, type, samples }) => [name.replace("backstream_model_", ""), type, samples[0].value]), [
    ["up", "gauge", 1],
    ["samples_learned", "counter", 40],
    ["labels_learned", "counter", 5],
    ["samples_refused", "counter", 2],
    ["samples_duplicate", "counter", 3],
    ["predictions_remembered", "counter", 11],
    ["predictions_pending", "gauge", 6],
    ["drifts", "counter", 4],
    ["rollbacks", "counter", 1],
    ["version", "gauge", 7],
    ["parameters", "gauge", 2],
    ["cost", "gauge", 0.25],
    ["commit_timestamp_seconds", "gauge", 2.5],
    ["predictions", "counter", 8],
    ["commits", "counter", 9],
    ["conflicts", "counter", 10],
    ["record_bytes", "gauge", 12],
  ]);
  assertEquals(one.every(({ samples }) => samples.length === 1 && samples[0].labels.model === "line"), true);
});

Deno.test("modelFamilies() tells the scores of the model and of the baselines", () => {
  const scores = modelFamilies([{ name: "line", head: sampleHead(), work }]).find(({ name }) =>
    name.endsWith("_score")
  );
  assertEquals(scores?.samples.map(({ labels, value }) => [labels.predictor, labels.score, value]), [
    ["model", "mae", 0.5],
    ["model", "rmse", 0.75],
    ["noChange", "mae", 1.5],
    ["noChange", "rmse", 1.75],
    ["prior", "mae", 2.5],
    ["prior", "rmse", NaN],
  ]);
});

Deno.test("modelFamilies() tells of a model that cannot be read only that, and what was done for it", () => {
  const families = modelFamilies([{ name: "line", head: undefined, work }]);
  const told = families.filter(({ samples }) => samples.length > 0).map(({ name }) =>
    name.replace("backstream_model_", "")
  );
  assertEquals(told, ["up", "predictions", "commits", "conflicts", "record_bytes"]);
  assertEquals(families[0].samples[0].value, 0);
});

Deno.test("modelFamilies() tells no parameters of a model without a network of its own", () => {
  const head = sampleHead();
  const state = { ...head.state, network: undefined } as unknown as typeof head.state;
  const families = modelFamilies([{ name: "table", head: { ...head, state }, work }]);
  assertEquals(families.find(({ name }) => name.endsWith("_parameters"))?.samples[0].value, NaN);
});
