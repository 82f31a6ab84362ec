import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { createMeter } from "../../../lib/http/observe/create_meter.ts";
import { type ObserveOptions, observeRequests } from "../../../lib/http/observe/observe_requests.ts";
import { collectSpans } from "./collect_spans.ts";

function observed(options: Partial<ObserveOptions> = {}) {
  const meter = createMeter();
  const app = new Hono();
  app.use(observeRequests({ meter, ...options }));
  app.use(async (_context, next) => await next());
  app.get("/models/:name", (context) => context.text(context.req.param("name")));
  app.post("/models/:name", () => {
    throw new Error("secret");
  });
  app.onError((_error, context) => context.text("broken", 500));
  return {
    app,
    counts: () => meter.families()[0].samples.map(({ labels, value }) => [...Object.values(labels), value]),
    meter,
  };
}

Deno.test("observeRequests() counts by route, not by address", async () => {
  const { app, counts } = observed();
  for (const name of ["a", "b", "c"]) await app.request(`/models/${name}`);
  await app.request("/models/a", { method: "HEAD" });
  await app.request("/models/a", { method: "POST" });
  await app.request("/models/a", { method: "DELETE" });
  await app.request("/nothing/at/all");
  assertEquals(counts(), [
    ["GET", "/models/:name", "200", 3],
    ["HEAD", "/models/:name", "200", 1],
    ["POST", "/models/:name", "500", 1],
    ["DELETE", "none", "404", 1],
    ["GET", "none", "404", 1],
  ]);
});

Deno.test("observeRequests() measures by the clock it is given", async () => {
  let time = 1000;
  const { app, meter } = observed({ now: () => time += 20 });
  await app.request("/models/a");
  const sum = meter.families()[1].samples.find(({ suffix }) => suffix === "_sum");
  assertEquals(sum?.value, 0.02);
});

Deno.test("observeRequests() makes a span of each request, with the route and the status", async () => {
  const { tracer, spans } = collectSpans();
  const { app } = observed({ tracer });
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
