import { Hono } from "hono";
import { requestId } from "../../lib/deps/hono.ts";
import { assertEquals } from "@std/assert";
import { guardRequests } from "../../lib/http/guard_requests.ts";
import { RequestError } from "../../lib/http/request_error.ts";

/** An app that throws what it is told to, and what is reported of it. */
function guarded(thrown?: { error: unknown }) {
  const reported: unknown[] = [];
  const state = { closing: false };
  const guard = guardRequests({ isClosing: () => state.closing, report: (error) => reported.push(error) });
  const app = new Hono();
  app.use(requestId({ generator: () => "42" }), guard.middleware);
  app.get("/", () => {
    if (thrown !== undefined) throw thrown.error;
    return new Response("fine", { headers: { "cache-control": "max-age=60" } });
  });
  app.onError(guard.answer);
  return { app, reported, state };
}

Deno.test("guardRequests() leaves an answer as it is, with the id of the request", async () => {
  const response = await guarded().app.request("/");
  assertEquals([response.status, await response.text()], [200, "fine"]);
  assertEquals([response.headers.get("x-request-id"), response.headers.get("cache-control")], ["42", "max-age=60"]);
});

Deno.test("guardRequests() answers whatever is thrown, and reports what is not the client's", async () => {
  const table: [error: unknown, status: number, isReported: boolean][] = [
    [new RequestError({ status: 404, title: "Not Found" }), 404, false],
    [new RequestError({ status: 503, title: "Service Unavailable" }), 503, false],
    [new Error("secret"), 500, true],
    ["secret", 500, true],
    [undefined, 500, true],
  ];
  for (const [error, status, isReported] of table) {
    const { app, reported } = guarded({ error });
    const response = await app.request("/");
    const text = await response.text();
    assertEquals([response.status, reported, text.includes("secret")], [status, isReported ? [error] : [], false]);
    assertEquals([JSON.parse(text).requestId, response.headers.get("x-request-id")], ["42", "42"]);
    assertEquals(response.headers.get("cache-control"), "no-store");
  }
});

Deno.test("guardRequests() takes nothing while the app is closing", async () => {
  const { app, state } = guarded();
  state.closing = true;
  const { status, headers } = await app.request("/");
  assertEquals([status, headers.get("retry-after"), headers.get("x-request-id")], [503, "1", "42"]);
});
