import { assertEquals } from "@std/assert";
import { describeModel } from "../../lib/http/describe_model.ts";
import { hostModel } from "../../lib/http/hosted/host_model.ts";
import { classLearner, hostOptions } from "./apps.ts";

Deno.test("describeModel() tells what a model is and how much it has learned", async () => {
  const model = hostModel({ name: "colors", given: classLearner() }, hostOptions());
  const colors = {
    name: "colors",
    version: 0,
    samples: 0,
    fixed: true,
    task: "classification",
    labels: ["red", "green", "blue"],
    optimizer: { name: "sgd", learningRate: 0.1 },
    network: { inputs: 2, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy", parameters: 9 },
  };
  const { stats: before, ...first } = await describeModel(model);
  assertEquals([first as unknown, before.learned, before.created], [colors, 0, NaN]);
  await model.learn({ samples: [{ features: [0, 1], target: "red" }, { features: [1, 0], target: 2 }] });
  const { stats, ...second } = await describeModel(model);
  assertEquals([second as unknown, stats.learned], [{ ...colors, version: 1, samples: 2 }, 2]);
});
