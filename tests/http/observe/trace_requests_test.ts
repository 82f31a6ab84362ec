import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { traceRequests } from "../../../lib/http/observe/trace_requests.ts";
import { collectSpans } from "./collect_spans.ts";

Deno.test("traceRequests() makes a span of each request, with the route and the status", async () => {
  const { tracer, spans } = collectSpans();
  const app = new Hono();
  app.use(traceRequests(tracer));
  app.get("/models/:name", (context) => context.text(context.req.param("name")));
  app.post("/models/:name", () => {
    throw new Error("secret");
  });
  app.onError((_error, context) => context.text("broken", 500));
  await app.request("/models/a?token=secret");
  await app.request("/models/a", { method: "POST" });
  await app.request("/nothing");
  const request = (method: string, path: string, status: number) => {
    return { "http.request.method": method, "url.path": path, "http.response.status_code": status };
  };
  const route = { "http.route": "/models/:name" };
  const common = { kind: 1, parent: undefined };
  assertEquals(spans(), [
    { ...common, name: "GET /models/:name", status: 0, attributes: { ...request("GET", "/models/a", 200), ...route } },
    {
      ...common,
      name: "POST /models/:name",
      status: 2,
      attributes: { ...request("POST", "/models/a", 500), ...route },
    },
    { ...common, name: "GET", status: 0, attributes: request("GET", "/nothing", 404) },
  ]);
});
