import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { get, lineLearner, post } from "./apps.ts";

const line = {
  name: "line",
  version: 0,
  samples: 0,
  task: "regression",
  labels: [],
  optimizer: { name: "sgd", learningRate: 0.5 },
  network: { inputs: 1, layers: [{ units: 1, activation: "identity" }], cost: "quadratic", parameters: 2 },
};

Deno.test("GET /models/:name tells what the model is and how much it has learned", async () => {
  const app = createApp({ models: { line: lineLearner() } });
  assertEquals((await get(app, "/models/line")).body, line);
  await post(app, "/models/line/learn", [{ features: [1], target: 2 }, { features: [2], target: 3 }]);
  assertEquals((await get(app, "/models/line")).body, { ...line, version: 1, samples: 2 });
});
