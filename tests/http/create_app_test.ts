import { createLearner, memoryStore, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals, assertThrows } from "@std/assert";
import { get, lineLearner, post } from "./apps.ts";

const app = () => createApp({ models: { line: lineLearner() } });

Deno.test("createApp() answers that it is well", async () => {
  const { status, body, headers } = await get(app(), "/health");
  assertEquals([status, body, headers.get("cache-control")], [200, { status: "ok" }, "no-store"]);
});

Deno.test("createApp() answers 404 for a path and for a model that are not there", async () => {
  const path = await get(app(), "/nothing");
  assertEquals([path.status, path.body], [404, { type: "about:blank", status: 404, title: "Not Found" }]);
  assertEquals(path.headers.get("content-type"), "application/problem+json");
  for (const name of ["curve", "__proto__", "constructor", "toString"]) {
    const { status, body } = await post(app(), `/models/${name}/learn`, { features: [1], target: 2 });
    assertEquals([status, body.detail], [404, `There is no model "${name}"`]);
  }
});

Deno.test("createApp() answers 405 with the methods that are allowed", async () => {
  const response = await app().request("/models/line/learn", { method: "DELETE" });
  assertEquals([response.status, response.headers.get("allow")], [405, "POST"]);
  assertEquals((await response.json()).title, "Method Not Allowed");
});

Deno.test("createApp() wants a token for everything but the health", async () => {
  const guarded = createApp({ models: { line: lineLearner() }, auth: { token: ["one", "two"] } });
  assertEquals((await get(guarded, "/health")).status, 200);
  const sample = { features: [1], target: 2 };
  const refused: [headers: Record<string, string>, status: number, title: string, challenge: string][] = [
    [{}, 401, "Unauthorized", 'Bearer realm=""'],
    [{ authorization: "Bearer three" }, 401, "Unauthorized", 'Bearer error="invalid_token"'],
    [{ authorization: "Bearer " }, 400, "Bad Request", 'Bearer error="invalid_request"'],
    [{ authorization: "Basic b25lOg==" }, 400, "Bad Request", 'Bearer error="invalid_request"'],
  ];
  const detail = "Cannot serve the request as it must carry a valid bearer token";
  for (const [headers, status, title, challenge] of refused) {
    const answer = await post(guarded, "/models/line/learn", sample, headers);
    assertEquals([answer.status, answer.body], [status, { type: "about:blank", status, title, detail }]);
    assertEquals(answer.headers.get("www-authenticate"), challenge);
  }
  for (const path of ["/models", "/models/line", "/models/curve", "/models/line/snapshot", "/nothing"]) {
    assertEquals((await get(guarded, path)).status, 401);
  }
  for (const token of ["one", "two"]) {
    assertEquals((await post(guarded, "/models/line/learn", sample, { authorization: `Bearer ${token}` })).status, 200);
  }
  const { body } = await get(guarded, "/models/line", { authorization: "Bearer one" });
  assertEquals(body.samples, 2);
});

Deno.test("createApp() refuses a body that is too large, with and without a stated length", async () => {
  const small = createApp({ models: { line: lineLearner() }, limits: { bodyBytes: 100 } });
  const large = JSON.stringify({ features: [1], target: 2, id: "x".repeat(100) });
  const { status, body } = await post(small, "/models/line/learn", large);
  assertEquals([status, body.detail], [413, "Cannot read the body as it must have 100 bytes at most"]);
  const streamed = await small.request("/models/line/learn", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new Blob([large]).stream(),
  });
  assertEquals([streamed.status, (await streamed.json()).title], [413, "Content Too Large"]);
  assertEquals((await get(small, "/models/line")).body.samples, 0);
});

Deno.test("createApp() tells nothing of errors that are its own, and hands them on", async () => {
  const errors: unknown[] = [];
  const secret = new Error("password=1234");
  const broken = createApp({
    models: { line: lineLearner() },
    store: {
      load: () => Promise.reject(secret),
      save: () => Promise.reject(secret),
      remove: () => Promise.reject(secret),
    },
    onError: (error) => errors.push(error),
  });
  const { status, body } = await get(broken, "/models/line");
  assertEquals([status, body], [500, { type: "about:blank", status: 500, title: "Internal Server Error" }]);
  assertEquals(errors, [secret]);
});

Deno.test("createApp() answers 500 as well if a store throws what is no error", async () => {
  for (const thrown of ["password=1234", undefined, null, { status: 418, message: "password=1234" }]) {
    const errors: unknown[] = [];
    const broken = createApp({
      models: { line: lineLearner() },
      store: { ...memoryStore(), load: () => Promise.reject(thrown) },
      onError: (error) => errors.push(error),
    });
    const { status, body, headers } = await post(broken, "/models/line/predict", { features: [1] });
    assertEquals([status, body], [500, { type: "about:blank", status: 500, title: "Internal Server Error" }]);
    assertEquals([headers.get("content-type"), headers.get("cache-control")], ["application/problem+json", "no-store"]);
    assertEquals(errors, [thrown]);
  }
});

Deno.test("createApp() serves nothing if there are no models", async () => {
  assertEquals((await get(createApp({ models: {} }), "/models")).body, { models: [] });
});

Deno.test("createApp() throws for a learner that cannot be saved", () => {
  const { init, update } = sgd({ learningRate: 1 });
  const nameless = createLearner({ network: { inputs: 1, layers: [{ units: 1 }] }, optimizer: { init, update } });
  assertThrows(
    () => createApp({ models: { nameless } }),
    TypeError,
    'Cannot serve model "nameless" as its optimizer must have a spec: current value is undefined',
  );
});
