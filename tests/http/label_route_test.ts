import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { type App, lineLearner, post, snapshot } from "./apps.ts";

const path = "/models/line/label";
const app = () => createApp({ models: { line: lineLearner() } });

/** The ids of predictions for these inputs. */
async function predicted(line: App, ...inputs: number[]): Promise<string[]> {
  const { body } = await post(line, "/models/line/predict?remember=1", inputs.map((x) => ({ features: [x] })));
  return body.predictions.map(({ id }: { id: string }) => id);
}

Deno.test("POST label learns what came true of a prediction, once", async () => {
  // As a sample of features [1]: cost 1/2 (0 - 2)^2 = 2; then w = b = 1.
  const line = app();
  const [id] = await predicted(line, 1);
  const { status, body: { version, ...body } } = await post(line, path, { id, target: 2 });
  assertEquals([status, body], [200, {
    ...{ samples: 1, duplicates: 0, refused: 0, cost: 2, before: 0 },
    results: [{ id, status: "learned", output: [0], cost: 2 }],
  }]);
  assertEquals((await post(line, "/models/line/predict", { features: [3] })).body, { output: [4], version });
  const again = await post(line, path, { id, target: 2 });
  assertEquals([again.status, again.body.detail], [
    409,
    "Cannot learn the label as its prediction must have none yet: current value has been learned before",
  ]);
});

Deno.test("POST label takes several, each for itself", async () => {
  const line = app();
  const [one, two, three] = await predicted(line, 1, 2, 3);
  await post(line, path, { id: two, target: 1 });
  const { status, body } = await post(line, path, [
    { id: one, target: 2 },
    { id: two, target: 1 },
    { id: "unknown", target: 1 },
    { id: three, target: "red" },
  ]);
  assertEquals([status, body.samples, body.duplicates, body.refused], [200, 1, 1, 2]);
  assertEquals(body.results.map(({ id, status, field }: Record<string, string>) => [id, status, field]), [
    [one, "learned", undefined],
    [two, "duplicate", undefined],
    ["unknown", "unknown", undefined],
    [three, "refused", "target"],
  ]);
});

Deno.test("POST label answers 404 for a prediction that is not known, and 422 for what is no label", async () => {
  const line = app();
  const [id] = await predicted(line, 1);
  const before = await snapshot(line);
  assertEquals((await post(line, path, { id: "unknown", target: 1 })).status, 404);
  const bad: [body: unknown, field: string][] = [
    [{ id, target: "red" }, "target"],
    [{ id, target: 1, weight: -1 }, "weight"],
    [{ id: "", target: 1 }, "id"],
    [{ id }, "sample"],
    [[{ id, target: 1 }, { id: 5, target: 1 }], "samples[1].id"],
  ];
  for (const [body, field] of bad) {
    const answer = await post(line, path, body);
    assertEquals([answer.status, answer.body.field], [422, field]);
  }
  assertEquals(await snapshot(line), before);
  assertEquals((await post(line, path, { id, target: 1 })).status, 200); // it can be labelled still
});

Deno.test("POST label answers a repeated request as it did before", async () => {
  const line = app();
  const [id] = await predicted(line, 1);
  const key = { "idempotency-key": "a" };
  const first = await post(line, path, { id, target: 2 }, key);
  const second = await post(line, path, { id, target: 2 }, key);
  const { results: _, ...rest } = first.body;
  assertEquals([second.status, second.body], [200, { ...rest, replayed: true }]);
});
