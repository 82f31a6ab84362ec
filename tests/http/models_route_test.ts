import { memoryStore } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner } from "./apps.ts";

Deno.test("GET /models tells of every model what GET /models/:name tells", async () => {
  const app = createApp({ models: { line: lineLearner(), colors: classLearner() } });
  const { body } = await get(app, "/models");
  assertEquals(body.models, [(await get(app, "/models/colors")).body, (await get(app, "/models/line")).body]);
});

Deno.test("GET /models tells of the others if one cannot be read", async () => {
  const store = memoryStore();
  await store.save("colors", Uint8Array.of(1, 2, 3), undefined);
  const errors: unknown[] = [];
  const models = { line: lineLearner(), colors: classLearner() };
  const app = createApp({ models, store, onError: (error) => errors.push(error) });
  const { status, body: { models: [colors, line] } } = await get(app, "/models");
  assertEquals([status, line.name, line.version, colors.name, errors.length], [200, "line", 0, "colors", 1]);
  assertEquals([colors.problem.status, "stats" in colors], [500, false]);
  assertEquals((await get(app, "/models/colors")).status, 500);
});
