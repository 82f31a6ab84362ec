import { decodeLearner } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner, post } from "./apps.ts";

const models = () => createApp({ models: { line: lineLearner(), "rot/grün": classLearner() } });

const line = {
  name: "line",
  version: null,
  samples: 0,
  task: "regression",
  labels: [],
  optimizer: { name: "sgd", learningRate: 0.5 },
  network: { inputs: 1, layers: [{ units: 1, activation: "identity" }], cost: "quadratic", parameters: 2 },
};

Deno.test("GET /models/:name tells what the model is and how much it has learned", async () => {
  const app = models();
  assertEquals((await get(app, "/models/line")).body, line);
  await post(app, "/models/line/learn", [{ features: [1], target: 2 }, { features: [2], target: 3 }]);
  assertEquals((await get(app, "/models/line")).body, { ...line, version: "1", samples: 2 });
});

Deno.test("GET /models tells it of every model, whatever its name", async () => {
  const app = models();
  const { body } = await get(app, "/models");
  assertEquals(body.models.map(({ name }: { name: string }) => name), ["line", "rot/grün"]);
  assertEquals(body.models[0], line);
  const one = await get(app, `/models/${encodeURIComponent("rot/grün")}`);
  assertEquals([one.status, one.body.labels], [200, ["red", "green", "blue"]]);
});

Deno.test("GET /models/:name/snapshot gives the file, and nothing to who has it already", async () => {
  const app = models();
  await post(app, "/models/line/learn", { features: [1], target: 2 });
  const response = await app.request("/models/line/snapshot");
  assertEquals(response.headers.get("content-disposition"), "attachment; filename*=UTF-8''line.safetensors");
  const etag = response.headers.get("etag")!;
  assertEquals(etag, '"1"');
  const { state } = decodeLearner(new Uint8Array(await response.arrayBuffer()));
  assertEquals([...state.network.parameters], [1, 1]);
  const again = await app.request("/models/line/snapshot", { headers: { "if-none-match": etag } });
  assertEquals([again.status, await again.text()], [304, ""]);
  await post(app, "/models/line/learn", { features: [1], target: 2 });
  const changed = await app.request("/models/line/snapshot", { headers: { "if-none-match": etag } });
  assertEquals([changed.status, changed.headers.get("etag")], [200, '"2"']);
  await changed.body?.cancel();
});
