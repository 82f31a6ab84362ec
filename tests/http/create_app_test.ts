import { createLearner, memoryStore, sgd } from "@backstream/backstream";
import { createApp } from "@backstream/backstream/http";
import { assertEquals, assertThrows } from "@std/assert";
import { Hono } from "hono";
import { get, lineLearner, post } from "./apps.ts";
import { collectSpans } from "./observe/collect_spans.ts";

const app = () => createApp({ models: { line: lineLearner() } });

Deno.test("createApp() answers that it is well", async () => {
  const { status, body, headers } = await get(app(), "/health");
  assertEquals([status, body, headers.get("cache-control")], [200, { status: "ok" }, "no-store"]);
});

Deno.test("createApp() answers 404 for a path and for a model that are not there", async () => {
  const path = await get(app(), "/nothing");
  const { requestId, ...problem } = path.body;
  assertEquals([path.status, problem], [404, { type: "about:blank", status: 404, title: "Not Found" }]);
  assertEquals(requestId, path.headers.get("x-request-id"));
  assertEquals(path.headers.get("content-type"), "application/problem+json");
  for (const name of ["curve", "__proto__", "constructor", "toString"]) {
    const { status, body } = await post(app(), `/models/${name}/learn`, { features: [1], target: 2 });
    assertEquals([status, body.detail], [404, `There is no model "${name}"`]);
  }
});

Deno.test("createApp() answers 405 with the methods that are allowed, and 204 to who asks for them", async () => {
  const table = [["/models/line/learn", "POST"], ["/models", "GET, HEAD"], ["/models/line", "GET, HEAD, PUT, DELETE"]];
  for (const [path, methods] of table) {
    const response = await app().request(path, { method: "PATCH" });
    assertEquals([response.status, response.headers.get("allow")], [405, `${methods}, OPTIONS`]);
    assertEquals((await response.json()).title, "Method Not Allowed");
    const options = await app().request(path, { method: "OPTIONS" });
    assertEquals([options.status, options.headers.get("allow")], [204, `${methods}, OPTIONS`]);
  }
  assertEquals((await app().request("/nothing", { method: "OPTIONS" })).status, 404);
});

Deno.test("createApp() answers HEAD as GET, without a body", async () => {
  for (
    const path of ["/health", "/models", "/models/line", "/models/line/snapshot", "/models/line/events", "/nothing"]
  ) {
    const [head, get] = await Promise.all(["HEAD", "GET"].map((method) => app().request(path, { method })));
    await get.body?.cancel();
    assertEquals([head.status, head.headers.get("content-type"), head.body], [
      get.status,
      get.headers.get("content-type"),
      null,
    ]);
  }
});

Deno.test("createApp() gives each request an id, its own if that is safe", async () => {
  for (const path of ["/health", "/models/line", "/models/curve", "/nothing"]) {
    const own = await get(app(), path, { "x-request-id": "Own-1_=" });
    assertEquals(own.headers.get("x-request-id"), "Own-1_=");
    if (own.status !== 200) assertEquals(own.body.requestId, "Own-1_=");
    for (const unsafe of ["", "a b", "<script>", "x".repeat(256)]) {
      const made = (await get(app(), path, { "x-request-id": unsafe })).headers.get("x-request-id");
      assertEquals(/^[0-9a-f-]{36}$/.test(made!), true);
    }
  }
});

Deno.test("createApp() tells browsers to run and to keep nothing", async () => {
  for (const path of ["/health", "/models/line", "/models/none", "/nothing", "/dashboard/nothing", "/v2/nothing"]) {
    const { headers } = await get(app(), path);
    assertEquals(
      ["content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "cache-control"].map(
        (name) => headers.get(name),
      ),
      ["default-src 'none'; frame-ancestors 'none'", "nosniff", "DENY", "no-referrer", "no-store"],
    );
    assertEquals(headers.get("access-control-allow-origin"), null);
  }
});

Deno.test("createApp() lets pages of other origins in if it is told to, before they have a token", async () => {
  const open = createApp({
    models: { line: lineLearner() },
    auth: { token: "one" },
    cors: { origin: ["https://example.com"] },
  });
  const headers = {
    origin: "https://example.com",
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization,content-type",
  };
  const preflight = await open.request("/models/line/learn", { method: "OPTIONS", headers });
  assertEquals([preflight.status, preflight.headers.get("access-control-allow-origin")], [204, "https://example.com"]);
  assertEquals(preflight.headers.get("access-control-allow-headers")?.includes("authorization"), true);
  assertEquals([preflight.headers.get("x-request-id")?.length, preflight.headers.get("x-frame-options")], [36, "DENY"]);
  for (const [token, status] of [["one", 200], ["two", 401]]) {
    const answer = await get(open, "/models", { origin: "https://example.com", authorization: `Bearer ${token}` });
    assertEquals([answer.status, answer.headers.get("access-control-allow-origin")], [status, "https://example.com"]);
  }
  const other = await get(open, "/models", { origin: "https://example.org", authorization: "Bearer one" });
  assertEquals(other.headers.get("access-control-allow-origin"), null);
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
    const { requestId: _, ...problem } = answer.body;
    assertEquals([answer.status, problem], [status, { type: "about:blank", status, title, detail }]);
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

Deno.test("createApp() may be a part of another app, and leaves the rest of that alone", async () => {
  const outer = new Hono();
  outer.route("/ml", createApp({ models: { line: lineLearner() }, auth: { token: "one" } }));
  outer.get("/about", (context) => context.text("us"));
  const headers = { authorization: "Bearer one" };
  const sample = { features: [1], target: 2 };
  assertEquals((await post(outer, "/ml/models/line/learn", sample, headers)).body.samples, 1);
  assertEquals((await post(outer, "/ml/models/line/predict", sample, headers)).body.version, 1);
  for (const path of ["/ml/models/line/predict", "/ml/v2/models/line/infer"]) {
    const refused = await post(outer, path, sample);
    assertEquals([refused.status, refused.headers.get("x-request-id")?.length], [401, 36]);
  }
  const about = await outer.request("/about");
  assertEquals([about.status, about.headers.get("x-request-id")], [200, null]);
});

Deno.test("createApp() guards what is added to it", async () => {
  const own = createApp({ models: { line: lineLearner() }, auth: { token: "one" } });
  for (const path of ["/mine", "/v2/mine"]) own.get(path, (context) => context.text("secret"));
  for (const path of ["/mine", "/v2/mine"]) {
    const refused = await own.request(path);
    assertEquals([refused.status, refused.headers.get("x-request-id")?.length], [401, 36]);
    const answer = await own.request(path, { headers: { authorization: "Bearer one" } });
    assertEquals([answer.status, await answer.text()], [200, "secret"]);
  }
});

Deno.test("createApp() answers 404 and 405 alike with other origins and tracing", async () => {
  const tracer = collectSpans().tracer;
  for (const options of [{}, { cors: { origin: "*" } }, { tracer }]) {
    const app = createApp({ models: { line: lineLearner() }, ...options });
    const missing = await app.request("/nothing");
    const other = await app.request("/models/line/learn", { method: "PATCH" });
    assertEquals([missing.status, other.status, other.headers.get("allow")], [404, 405, "POST, OPTIONS"]);
  }
});

Deno.test("createApp() lets tokens do what their scopes hold, and nothing else", async () => {
  const scopes = ["predict", "learn", "admin"] as const;
  const models = { line: lineLearner() };
  const guarded = createApp({ models, auth: { tokens: scopes.map((scope) => ({ token: scope, scope })) } });
  const routes: [method: string, path: string, statuses: number[]][] = [
    ["GET", "/health", [200, 200, 200]],
    ["GET", "/models", [200, 200, 200]],
    ["GET", "/models/line", [200, 200, 200]],
    ["GET", "/models/line/versions", [200, 200, 200]],
    ["HEAD", "/models/line/events", [200, 200, 200]],
    ["POST", "/models/line/predict", [415, 415, 415]],
    ["POST", "/models/line/learn", [403, 415, 415]],
    ["POST", "/models/line/label", [403, 415, 415]],
    ["GET", "/models/line/snapshot", [403, 403, 200]],
    ["PUT", "/models/line", [403, 403, 415]],
    ["DELETE", "/models/line", [403, 403, 409]],
    ["POST", "/models/line/rollback", [403, 403, 415]],
    ["PATCH", "/models/line", [405, 405, 405]],
  ];
  for (const [method, path, statuses] of routes) {
    const answers = await Promise.all(
      scopes.map((scope) => guarded.request(path, { method, headers: { authorization: `Bearer ${scope}` } })),
    );
    assertEquals([method, path, answers.map(({ status }) => status)], [method, path, statuses]);
    await Promise.all(answers.map(({ body }) => body?.cancel()));
    const without = await guarded.request(path, { method });
    await without.body?.cancel();
    assertEquals([path, without.status], [path, path === "/health" ? 200 : 401]);
  }
});

Deno.test("createApp() answers 429 to a token that asks too often, and to no other", async () => {
  const auth = { token: ["one", "two"] };
  const limited = createApp({ models: {}, auth, limits: { requestsPerSecond: 0.01 } });
  const ask = (token: string) => get(limited, "/models", { authorization: `Bearer ${token}` });
  assertEquals((await ask("one")).status, 200);
  const { status, headers } = await ask("one");
  assertEquals([status, headers.get("retry-after")], [429, "100"]);
  assertEquals([(await ask("two")).status, (await get(limited, "/health")).status], [200, 200]);
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
  const { requestId: _, ...problem } = body;
  assertEquals([status, problem], [500, { type: "about:blank", status: 500, title: "Internal Server Error" }]);
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
    const { requestId: _, ...problem } = body;
    assertEquals([status, problem], [500, { type: "about:blank", status: 500, title: "Internal Server Error" }]);
    assertEquals([headers.get("content-type"), headers.get("cache-control")], ["application/problem+json", "no-store"]);
    assertEquals(errors, [thrown]);
  }
});

Deno.test("createApp() answers whatever becomes of an error that it hands on", async () => {
  const failing = [
    () => {
      throw new Error("the log is full");
    },
    () => Promise.reject(new Error("the log is away")),
  ];
  for (const onError of failing) {
    const store = { ...memoryStore(), load: () => Promise.reject(new Error("the disk is full")) };
    const broken = createApp({ models: { line: lineLearner() }, store, onError });
    assertEquals((await get(broken, "/models/line")).status, 500);
  }
});

Deno.test("createApp() takes nothing new when it closes, and finishes what it has taken", async () => {
  const line = app();
  const events = await line.request("/models/line/events");
  const learning = post(line, "/models/line/learn", { features: [1], target: 2 });
  await Promise.resolve();
  const closed = line.close();
  const { status, body, headers } = await get(line, "/models/line");
  assertEquals([status, body.detail], [503, "Cannot serve the request as the server is closing"]);
  assertEquals([headers.get("retry-after"), headers.get("connection")], ["1", "close"]);
  assertEquals((await get(line, "/health")).status, 503);
  await events.text(); // the stream ends
  await closed;
  assertEquals([200, 503].includes((await learning).status), true);
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
