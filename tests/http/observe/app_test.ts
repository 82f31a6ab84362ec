/** What a whole app tells of itself: metrics that add up, and spans inside each other. */
import { memoryStore } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import parsePrometheusTextFormat from "parse-prometheus-text-format";
import { lineLearner, post } from "../apps.ts";
import { collectSpans } from "./collect_spans.ts";

const sample = { features: [1], target: 2 };

/** The value of the metric with these labels. */
async function valueOf(
  app: ReturnType<typeof createApp>,
  name: string,
  labels: Record<string, string>,
): Promise<number> {
  const text = await (await app.request("/metrics", { headers: { authorization: "Bearer secret" } })).text();
  const families: { name: string; metrics: { value: string; labels?: Record<string, string> }[] }[] =
    parsePrometheusTextFormat(text);
  const { metrics } = families.find((family) => family.name === `backstream_${name}`)!;
  const found = metrics.find(({ labels: own = {} }) =>
    Object.entries(labels).every(([label, text]) => own[label] === text)
  );
  return Number(found?.value);
}

Deno.test("an app's metrics count what it has done", async () => {
  const app = createApp({ models: { line: lineLearner() } });
  await post(app, "/models/line/learn", [sample, { ...sample, id: "a" }, { ...sample, id: "a" }]);
  await post(app, "/models/line/learn", { features: [] });
  await post(app, "/models/line/predict", [{ features: [1] }, { features: [2] }]);
  const tensor = { name: "input", shape: [1, 1], datatype: "FP32", data: [1] };
  await post(app, "/v2/models/line/infer", { inputs: [tensor] });
  await post(app, "/v2/models/line/versions/1/infer", { inputs: [tensor] });
  await post(app, "/v2/models/line/infer", { inputs: [] });
  const model = { model: "line" };
  assertEquals(await valueOf(app, "model_samples_learned_total", model), 2);
  assertEquals(await valueOf(app, "model_samples_duplicate_total", model), 1);
  assertEquals(await valueOf(app, "model_predictions_total", model), 4);
  assertEquals(await valueOf(app, "model_commits_total", model), 1);
  assertEquals(await valueOf(app, "model_conflicts_total", model), 0);
  assertEquals(await valueOf(app, "model_version", model), 1);
  assertEquals(await valueOf(app, "model_record_bytes", model) > 100, true);
  const learned = { method: "POST", route: "/models/:name/learn" };
  assertEquals(await valueOf(app, "http_requests_total", { ...learned, status: "200" }), 1);
  assertEquals(await valueOf(app, "http_requests_total", { ...learned, status: "422" }), 1);
  const inferred = { route: "/v2/models/:name/infer", status: "400" }; // as it was answered there, for what is 422 elsewhere
  assertEquals(await valueOf(app, "http_requests_total", inferred), 1);
  await app.close();
});

Deno.test("an app's metrics count a conflict with another instance", async () => {
  const store = memoryStore();
  const [one, two] = [0, 1].map(() => createApp({ models: { line: lineLearner() }, store }));
  for (const app of [one, two, one]) await post(app, "/models/line/learn", sample);
  assertEquals(await valueOf(two, "model_samples_learned_total", { model: "line" }) >= 2, true);
  const [commits, conflicts] = await Promise.all(
    ["commits", "conflicts"].map((name) => valueOf(one, `model_${name}_total`, { model: "line" })),
  );
  assertEquals([commits, conflicts], [2, 1]);
  for (const app of [one, two]) await app.close();
});

Deno.test("an app's metrics need a token, unless they are open", async () => {
  for (const openMetrics of [false, true]) {
    const app = createApp({ models: {}, auth: { token: "secret" }, openMetrics });
    assertEquals((await app.request("/metrics")).status, openMetrics ? 200 : 401);
    await app.close();
  }
});

Deno.test("an app's spans are inside the span of their request", async () => {
  const { tracer, spans } = collectSpans();
  const app = createApp({ models: { line: lineLearner() }, tracer });
  await post(app, "/models/line/learn", sample);
  await post(app, "/models/line/predict", { features: [1] });
  const all = spans().map(({ name, parent }) => [name, parent]);
  assertEquals(all, [
    ["commit", "learn"],
    ["learn", "POST /models/:name/learn"],
    ["POST /models/:name/learn", undefined],
    ["predict", "POST /models/:name/predict"],
    ["POST /models/:name/predict", undefined],
  ]);
  await app.close();
});
