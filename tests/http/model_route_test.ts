import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { get, lineLearner, post } from "./apps.ts";

Deno.test("GET /models/:name tells what the model is and how much it has learned, with the version as its tag", async () => {
  const app = createApp({ models: { line: lineLearner() } });
  const first = await get(app, "/models/line");
  const { stats, ...line } = first.body;
  assertEquals([line.version, line.samples, stats.learned, stats.cost, first.headers.get("etag")], [
    0,
    0,
    0,
    null,
    '"0"',
  ]);
  await post(app, "/models/line/learn", [{ features: [1], target: 2 }, { features: [2], target: 3 }]);
  const { body, headers } = await get(app, "/models/line");
  assertEquals([body.version, body.samples, body.stats.learned, headers.get("etag")], [1, 2, 2, '"1"']);
});

Deno.test("GET /models/:name answers 404 where there is none", async () => {
  const { status, body } = await get(createApp({ models: {} }), `/models/${"x".repeat(100)}`);
  assertEquals([status, body.detail], [404, `There is no model "${"x".repeat(61)}..."`]);
});
