import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { documentRoutes } from "../../../lib/http/docs/document_routes.ts";
import { openApi } from "../../../lib/http/schema/open_api.ts";

Deno.test("documentRoutes() serves the document, for programs and for people", async () => {
  const app = new Hono();
  documentRoutes(app, { auth: true, openMetrics: true });
  const response = await app.request("/openapi.json");
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(await response.json(), openApi({ auth: true, openMetrics: true }) as unknown);
  const page = await app.request("/docs");
  assertEquals([page.status, (await page.text()).includes("Needs a token with the scope")], [200, true]);
});
