import { createLearner, encodeLearner, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { type App, classLearner, get, lineLearner, post, snapshot } from "./apps.ts";

const { description } = classLearner();

/** Puts a description, or the bytes of a snapshot. */
async function put(app: App, path: string, body: unknown, headers: Record<string, string> = {}) {
  const isBytes = body instanceof Uint8Array;
  const response = await app.request(path, {
    method: "PUT",
    headers: { "content-type": isBytes ? "application/vnd.safetensors" : "application/json", ...headers },
    body: isBytes ? body as Uint8Array<ArrayBuffer> : typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

Deno.test("PUT model makes one from a description, which learns as one that is given in code", async () => {
  const app = createApp({ models: { given: classLearner() } });
  const { status, headers, body } = await put(app, "/models/made", description);
  assertEquals([status, headers.get("location"), headers.get("etag")], [201, "/models/made", `"${body.version}"`]);
  const { name: _, version: __, stats: ___, ...made } = body;
  const { name: ____, version: _____, stats: ______, ...given } = (await get(app, "/models/given")).body;
  assertEquals(made, { ...given, fixed: false });
  const samples = [{ features: [0, 1], target: "red" }, { features: [1, 0], target: 2 }];
  for (const name of ["given", "made"]) await post(app, `/models/${name}/learn`, samples);
  assertEquals(await snapshot(app, "made"), await snapshot(app, "given"));
});

Deno.test("PUT model makes one from a snapshot, and replaces what is there", async () => {
  const app = createApp({ models: {} });
  const learner = classLearner();
  const { state } = learner.learnMany(learner.init(), [{ features: [0, 1], target: "red" }]);
  const bytes = encodeLearner(learner, state);
  assertEquals((await put(app, "/models/colors", bytes)).status, 201);
  assertEquals(await snapshot(app, "colors"), bytes);
  const first = (await get(app, "/models/colors")).body.version;
  const { status, body } = await put(app, "/models/colors", lineLearner().description);
  assertEquals([status, body.task, body.samples, body.version > first], [200, "regression", 0, true]);
});

Deno.test("PUT model heeds If-Match and If-None-Match", async () => {
  const app = createApp({ models: {} });
  assertEquals((await put(app, "/models/a", description, { "if-match": "*" })).status, 412);
  const { headers } = await put(app, "/models/a", description, { "if-none-match": "*" });
  assertEquals((await put(app, "/models/a", description, { "if-none-match": "*" })).status, 412);
  const tag = headers.get("etag")!;
  assertEquals((await put(app, "/models/a", description, { "if-match": tag })).status, 200);
  assertEquals((await put(app, "/models/a", description, { "if-match": tag })).status, 412);
});

Deno.test("PUT model refuses what no model can be made of, and makes none", async () => {
  const app = createApp({ models: { line: lineLearner() }, limits: { stateBytes: 1000, bodyBytes: 5000 } });
  const before = await snapshot(app);
  const bytes = encodeLearner(classLearner(), classLearner().init());
  const large = createLearner({
    network: { inputs: 1000, layers: [{ units: 1 }] },
    optimizer: sgd({ learningRate: 1 }),
  });
  const refused: [path: string, body: unknown, headers: Record<string, string>, status: number][] = [
    ["/models/a", description, { "content-type": "text/plain" }, 415],
    ["/models/a", "{", {}, 400],
    ["/models/a", "[]", {}, 422],
    ["/models/a", "null", {}, 422],
    ["/models/a", "{}", {}, 422],
    ["/models/a", '{"network":'.repeat(100) + "1" + "}".repeat(100), {}, 422],
    ["/models/a", { ...description, network: { inputs: 2, layers: [] } }, {}, 422],
    ["/models/a", { ...description, network: { inputs: 1e9, layers: [{ units: 1e9 }] } }, {}, 422],
    ["/models/a", { ...description, optimizer: { name: "nothing" } }, {}, 422],
    ["/models/a", `${" ".repeat(5001)}`, {}, 413],
    ["/models/a", bytes.slice(0, -1), {}, 422],
    ["/models/a", Uint8Array.of(1, 2, 3), {}, 422],
    ["/models/a", encodeLearner(large, large.init()), {}, 413],
    ["/models/.a", description, {}, 422],
    ["/models/a%2Fb", description, {}, 422],
    [`/models/${"a".repeat(65)}`, description, {}, 422],
    ["/models/line", description, {}, 409],
  ];
  for (const [path, body, headers, status] of refused) {
    const answer = await put(app, path, body, headers);
    assertEquals([path, answer.status, answer.headers.get("content-type")], [path, status, "application/problem+json"]);
  }
  const { body: { models } } = await get(app, "/models");
  assertEquals(models.map(({ name }: { name: string }) => name), ["line"]);
  assertEquals(await snapshot(app), before);
});

Deno.test("PUT model makes only so many", async () => {
  const app = createApp({ models: { line: lineLearner() }, limits: { models: 2 } });
  const statuses: number[] = [];
  for (const name of ["a", "b", "c", "a"]) statuses.push((await put(app, `/models/${name}`, description)).status);
  assertEquals(statuses, [201, 201, 409, 200]);
});
