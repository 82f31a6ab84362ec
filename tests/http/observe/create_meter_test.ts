import { assertEquals } from "@std/assert";
import { createMeter } from "../../../lib/http/observe/create_meter.ts";

const request = { method: "GET", route: "/models", status: 200, seconds: 0.002 };

Deno.test("createMeter() counts requests by method, route and status", () => {
  const meter = createMeter();
  for (let i = 0; i < 3; i++) meter.request(request);
  meter.request({ ...request, status: 404, route: undefined });
  meter.request({ ...request, method: "BREW" });
  const [requests] = meter.families();
  assertEquals(requests.samples, [
    { labels: { method: "GET", route: "/models", status: "200" }, value: 3 },
    { labels: { method: "GET", route: "none", status: "404" }, value: 1 },
    { labels: { method: "other", route: "/models", status: "200" }, value: 1 },
  ]);
});

Deno.test("createMeter() puts durations into cumulative buckets, the bound included", () => {
  const meter = createMeter();
  for (const seconds of [0.001, 0.002, 0.0025, 0.2, 11]) meter.request({ ...request, seconds });
  const [, durations] = meter.families();
  const buckets = durations.samples.filter(({ suffix }) => suffix === "_bucket");
  assertEquals(buckets.map(({ labels, value }) => [labels.le, value]), [
    ["0.001", 1],
    ["0.0025", 3],
    ["0.005", 3],
    ["0.01", 3],
    ["0.025", 3],
    ["0.05", 3],
    ["0.1", 3],
    ["0.25", 4],
    ["0.5", 4],
    ["1", 4],
    ["2.5", 4],
    ["5", 4],
    ["10", 4],
    ["+Inf", 5],
  ]);
  const [total, count] = durations.samples.slice(-2);
  assertEquals([total.suffix, Math.round(total.value * 1e4), count.suffix, count.value], ["_sum", 112055, "_count", 5]);
});

Deno.test("createMeter() has as many series as there are methods, routes and statuses, whatever clients write", () => {
  const meter = createMeter();
  for (let i = 0; i < 1000; i++) meter.request({ ...request, method: `M${i}` });
  assertEquals(meter.families()[0].samples.length, 1);
});

Deno.test("createMeter() adds up the work for a model, and forgets it", () => {
  const meter = createMeter();
  assertEquals(meter.workOf("a"), { predictions: 0, commits: 0, conflicts: 0, bytes: NaN });
  meter.work("a", { predictions: 2 });
  meter.work("a", { commits: 1, bytes: 10 });
  meter.work("a", { predictions: 3, conflicts: 1 });
  assertEquals(meter.workOf("a"), { predictions: 5, commits: 1, conflicts: 1, bytes: 10 });
  meter.forget("a");
  assertEquals(meter.workOf("a").predictions, 0);
});
