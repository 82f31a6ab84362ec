import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import parsePrometheusTextFormat from "parse-prometheus-text-format";
import type { HostedModel } from "../../../lib/http/hosted/hosted_model.ts";
import { createMeter } from "../../../lib/http/observe/create_meter.ts";
import { metricsRoute } from "../../../lib/http/observe/metrics_route.ts";
import { sampleHead } from "./sample_head.ts";

const line = { name: "line", head: () => Promise.resolve(sampleHead()) } as unknown as HostedModel;
const lost = { name: "lost", head: () => Promise.reject(new Error("password=1234")) } as unknown as HostedModel;

/** What the parser reads. */
interface Family {
  name: string;
  type: string;
  metrics: { value: string; labels?: Record<string, string> }[];
}

const parse: (text: string) => Family[] = parsePrometheusTextFormat;

function app(): Hono {
  const meter = createMeter();
  meter.work("line", { predictions: 8, bytes: 12 });
  meter.request({ method: "GET", route: "/models", status: 200, seconds: 0.02 });
  return new Hono().get("/metrics", (context) => metricsRoute(context, [line, lost], meter));
}

Deno.test("GET metrics tells models and requests so that an independent parser reads them", async () => {
  const response = await app().request("/metrics");
  assertEquals(response.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  const families = new Map(parse(await response.text()).map((family) => [family.name, family]));
  const learned = families.get("backstream_model_samples_learned_total");
  assertEquals([learned?.type, learned?.metrics], ["COUNTER", [{ value: "40", labels: { model: "line" } }]]);
  assertEquals(families.get("backstream_model_up")?.metrics, [
    { value: "1", labels: { model: "line" } },
    { value: "0", labels: { model: "lost" } },
  ]);
  const score = families.get("backstream_model_score")?.metrics[0];
  assertEquals(score, { value: "0.5", labels: { model: "line", predictor: "model", score: "mae" } });
  assertEquals(families.get("backstream_http_requests_total")?.metrics[0].value, "1");
  assertEquals(families.get("backstream_http_request_duration_seconds")?.type, "HISTOGRAM");
});

Deno.test("GET metrics writes only lines that the format has, each family once", async () => {
  const lines = (await (await app().request("/metrics")).text()).trimEnd().split("\n");
  const help = lines.filter((line) => line.startsWith("# HELP ")).map((line) => line.split(" ")[2]);
  assertEquals(help.length, new Set(help).size);
  const line = /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+({([a-z]+="([^"\\\n]|\\[\\"n])*",?)*})? (NaN|[+-]Inf|-?[\d.e+-]+))$/;
  assertEquals(lines.filter((each) => !line.test(each)), []);
});

Deno.test("GET metrics answers in the format of OpenMetrics if that is accepted", async () => {
  const accept = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
  const response = await app().request("/metrics", { headers: { accept } });
  assertEquals(response.headers.get("content-type"), "application/openmetrics-text; version=1.0.0; charset=utf-8");
  assertEquals((await response.text()).endsWith("\n# EOF\n"), true);
});
