import { assertEquals } from "@std/assert";
import { Hono } from "hono";
import { answerDirectly } from "../../lib/http/answer_directly.ts";

/** An app whose middleware and routes note who answered. */
function app() {
  const app = new Hono<{ Bindings: { name?: string } }>();
  app.use(async (context, next) => {
    await next();
    context.header("x-passed", "middleware");
  });
  app.all("/a", (context) => context.text("behind"));
  app.get("/env", (context) => context.text(context.env?.name ?? "none"));
  app.get("/wait", (context) => {
    context.executionCtx.waitUntil(Promise.resolve());
    return context.text("waits");
  });
  app.post("/body", async (context) => context.text(await context.req.text()));
  app.onError((error, context) => context.text(error.message, 500));
  answerDirectly(app as unknown as Hono, (direct) => direct.get("/a", (context) => context.text("direct")));
  return app;
}

Deno.test("answerDirectly() answers by the routes that stand in front", async () => {
  const response = await app().request("/a");
  assertEquals([await response.text(), response.headers.get("x-passed")], ["direct", null]);
  const head = await app().request("/a", { method: "HEAD" });
  assertEquals([head.status, await head.text(), head.headers.get("x-passed")], [200, "", null]);
});

Deno.test("answerDirectly() leaves all else to the app, with its body, environment and context", async () => {
  const other = await app().request("/a", { method: "PUT" });
  assertEquals([await other.text(), other.headers.get("x-passed")], ["behind", "middleware"]);
  assertEquals(await (await app().request("/body", { method: "POST", body: "text" })).text(), "text");
  assertEquals(await (await app().request("/env", {}, { name: "own" })).text(), "own");
  assertEquals(await (await app().request("/env")).text(), "none");
  const waiting: unknown[] = [];
  const execution = {
    waitUntil: (promise: unknown) => void waiting.push(promise),
    passThroughOnException() {},
    props: {},
  };
  assertEquals(await (await app().request("/wait", {}, {}, execution)).text(), "waits");
  assertEquals(waiting.length, 1);
  const without = await app().request("/wait");
  assertEquals([without.status, await without.text()], [500, "This context has no ExecutionContext"]);
  assertEquals((await app().request("/nothing")).status, 404);
});

Deno.test("answerDirectly() serves an app that is a part of another one from behind its middleware", async () => {
  const outer = new Hono().route("/part", app());
  const response = await outer.request("/part/a");
  assertEquals([await response.text(), response.headers.get("x-passed")], ["behind", "middleware"]);
});
