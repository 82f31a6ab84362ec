import { memoryStore } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { describeModel } from "../../lib/http/describe_model.ts";
import { hostModel } from "../../lib/http/hosted_model.ts";
import { classLearner } from "./apps.ts";

Deno.test("describeModel() tells what a model is and how much it has learned", async () => {
  const model = hostModel({ name: "colors", learner: classLearner(), store: memoryStore(), staleness: 0 });
  const colors = {
    name: "colors",
    version: null,
    samples: 0,
    task: "classification",
    labels: ["red", "green", "blue"],
    optimizer: { name: "sgd", learningRate: 0.1 },
    network: { inputs: 2, layers: [{ units: 3, activation: "softmax" }], cost: "crossEntropy", parameters: 9 },
  };
  assertEquals(await describeModel(model) as unknown, colors);
  const { version } = await model.learn([{ features: [0, 1], target: "red" }, { features: [1, 0], target: 2 }]);
  assertEquals(await describeModel(model) as unknown, { ...colors, version, samples: 2 });
});
