import { Hono } from "hono";
import { assertEquals } from "@std/assert";
import { guardRequests } from "../../lib/http/guard_requests.ts";
import { RequestError } from "../../lib/http/request_error.ts";

const own = { headers: { "x-request-id": "42" } };
/** One behind the middleware, and one that stands by itself. */
const PATHS = ["/", "/alone"];

/** An app that throws what it is told to, and what is reported of it. */
function guarded(thrown?: { error: unknown }) {
  const reported: unknown[] = [];
  const state = { closing: false };
  const answered: [status: number, seconds: number][] = [];
  let time = 1000;
  const guard = guardRequests({
    isClosing: () => state.closing,
    report: (error) => reported.push(error),
    answered: (_context, status, seconds) => answered.push([status, seconds]),
    now: () => time += 20,
  });
  const app = new Hono();
  const respond = () => {
    if (thrown !== undefined) throw thrown.error;
    return Promise.resolve(new Response("fine", { headers: { "cache-control": "max-age=60" } }));
  };
  app.get("/alone", guard.route(respond));
  app.use(guard.middleware);
  app.get("/", respond);
  app.onError(guard.answer);
  return { app, reported, state, answered };
}

Deno.test("guardRequests() leaves an answer as it is, with the id of the request", async () => {
  for (const path of PATHS) {
    const response = await guarded().app.request(path, own);
    assertEquals([response.status, await response.text()], [200, "fine"]);
    assertEquals([response.headers.get("x-request-id"), response.headers.get("cache-control")], ["42", "max-age=60"]);
  }
});

Deno.test("guardRequests() answers whatever is thrown, and reports what is not the client's", async () => {
  const table: [error: unknown, status: number, isReported: boolean][] = [
    [new RequestError({ status: 404, title: "Not Found" }), 404, false],
    [new RequestError({ status: 503, title: "Service Unavailable" }), 503, false],
    [new Error("secret"), 500, true],
    ["secret", 500, true],
    [undefined, 500, true],
  ];
  for (const [path, [error, status, isReported]] of PATHS.flatMap((path) => table.map((row) => [path, row] as const))) {
    const { app, reported } = guarded({ error });
    const response = await app.request(path, own);
    const text = await response.text();
    assertEquals([response.status, reported, text.includes("secret")], [status, isReported ? [error] : [], false]);
    assertEquals([JSON.parse(text).requestId, response.headers.get("x-request-id")], ["42", "42"]);
    assertEquals(response.headers.get("cache-control"), "no-store");
  }
});

Deno.test("guardRequests() takes nothing while the app is closing", async () => {
  const { app, state } = guarded();
  state.closing = true;
  for (const path of PATHS) {
    const { status, headers } = await app.request(path, own);
    assertEquals([status, headers.get("retry-after"), headers.get("x-request-id")], [503, "1", "42"]);
  }
});

Deno.test("guardRequests() tells of each request that has its answer, and how long that took", async () => {
  for (const path of PATHS) {
    const fine = guarded();
    await fine.app.request(path);
    fine.state.closing = true;
    await fine.app.request(path);
    assertEquals(fine.answered, [[200, 0.02], [503, 0.02]]);
    const broken = guarded({ error: new Error("secret") });
    await broken.app.request(path);
    assertEquals(broken.answered, [[500, 0.02]]);
  }
  const other = guarded();
  await other.app.request("/nothing");
  assertEquals(other.answered, [[404, 0.02]]);
});

Deno.test("guardRequests() gives a request without an id one", async () => {
  for (const path of PATHS) {
    const id = async () => (await guarded().app.request(path)).headers.get("x-request-id");
    assertEquals([(await id())?.length, await id() === await id()], [36, false]);
  }
});
