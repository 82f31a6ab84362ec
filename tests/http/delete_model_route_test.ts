import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { type App, classLearner, get, lineLearner } from "./apps.ts";

async function app(): Promise<App> {
  const made = createApp({ models: { line: lineLearner() } });
  await made.models.put("colors", { description: classLearner().description });
  return made;
}

Deno.test("DELETE model removes it", async () => {
  const models = await app();
  const response = await models.request("/models/colors", { method: "DELETE" });
  assertEquals([response.status, await response.text()], [204, ""]);
  assertEquals((await get(models, "/models/colors")).status, 404);
  assertEquals((await models.request("/models/colors", { method: "DELETE" })).status, 404);
});

Deno.test("DELETE model leaves what was given in code, and what is not what the client takes it for", async () => {
  const models = await app();
  assertEquals((await models.request("/models/line", { method: "DELETE" })).status, 409);
  const headers = { "if-match": '"99"' };
  assertEquals((await models.request("/models/colors", { method: "DELETE", headers })).status, 412);
  assertEquals((await get(models, "/models")).body.models.length, 2);
  headers["if-match"] = "*";
  assertEquals((await models.request("/models/none", { method: "DELETE", headers })).status, 404);
  headers["if-match"] = (await models.request("/models/colors")).headers.get("etag")!;
  assertEquals((await models.request("/models/colors", { method: "DELETE", headers })).status, 204);
});
