import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { routeOf } from "../../../lib/http/observe/route_of.ts";

Deno.test("routeOf() is the route, not the address, and not what stands before it", async () => {
  const routes: (string | undefined)[] = [];
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    routes.push(routeOf(context));
  });
  app.use(async (_context, next) => await next());
  app.get("/models/:name", (context) => context.text(context.req.param("name")));
  await app.request("/models/a");
  await app.request("/models/b", { method: "HEAD" });
  await app.request("/models/a", { method: "DELETE" });
  await app.request("/nothing/at/all");
  assertEquals(routes, ["/models/:name", "/models/:name", undefined, undefined]);
});
