import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { notFound } from "../../lib/http/not_found.ts";

function app(): Hono {
  const app = new Hono();
  app.get("/models/:name", (context) => context.text(context.req.param("name")));
  app.put("/models/:name", () => new Response("it has none", { status: 404 }));
  app.notFound(notFound(app));
  return app;
}

Deno.test("notFound() answers where there is no route", async () => {
  const response = await app().request("/nothing");
  assertEquals([response.status, response.headers.get("allow")], [404, null]);
  assertEquals(await response.json(), { type: "about:blank", status: 404, title: "Not Found" });
});

Deno.test("notFound() tells the methods where there are others", async () => {
  const response = await app().request("/models/a", { method: "DELETE" });
  assertEquals([response.status, response.headers.get("allow")], [405, "GET, HEAD, PUT, OPTIONS"]);
  assertEquals((await response.json()).title, "Method Not Allowed");
  const options = await app().request("/models/a", { method: "OPTIONS" });
  assertEquals([options.status, options.headers.get("allow")], [204, "GET, HEAD, PUT, OPTIONS"]);
});

Deno.test("notFound() leaves what a route answers", async () => {
  const response = await app().request("/models/a", { method: "PUT" });
  assertEquals([response.status, await response.text()], [404, "it has none"]);
});
