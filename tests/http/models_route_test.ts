import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { classLearner, get, lineLearner } from "./apps.ts";

Deno.test("GET /models tells of every model what GET /models/:name tells, whatever its name", async () => {
  const app = createApp({ models: { line: lineLearner(), "rot/grün": classLearner() } });
  const { body } = await get(app, "/models");
  const paths = ["/models/line", `/models/${encodeURIComponent("rot/grün")}`];
  assertEquals(body.models, await Promise.all(paths.map(async (path) => (await get(app, path)).body)));
  assertEquals(body.models.map(({ name }: { name: string }) => name), ["line", "rot/grün"]);
});
