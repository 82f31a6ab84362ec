import { assertEquals, assertThrows } from "@std/assert";
import type { Context } from "../../../lib/deps/hono.ts";
import { Hono } from "../../../lib/deps/hono.ts";
import { readLimits } from "../../../lib/http/read_limits.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { answerEvents } from "../../../lib/http/stream/answer_events.ts";

/** Events that go on until they are ended. */
async function* events(ended: AbortSignal): AsyncGenerator<string> {
  yield "data: 1\n\n";
  if (!ended.aborted) await new Promise((resolve) => ended.addEventListener("abort", resolve));
}

const desk = { followers: new Set<() => void>(), limits: readLimits({ eventStreams: 1 }) };
const app = new Hono().get("/", (context: Context) => answerEvents(context, desk, events));

Deno.test("answerEvents() streams events until the client goes, and counts it", async () => {
  const response = await app.request("/");
  assertEquals(response.headers.get("content-type"), "text/event-stream; charset=utf-8");
  assertEquals(desk.followers.size, 1);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  assertEquals((await reader.read()).value, "data: 1\n\n");
  await reader.cancel();
  assertEquals(desk.followers.size, 0);
});

Deno.test("answerEvents() ends the events when the app does", async () => {
  const reader = (await app.request("/")).body!.getReader();
  await reader.read();
  const last = reader.read();
  for (const end of desk.followers) end();
  assertEquals([(await last).done, desk.followers.size], [true, 0]);
});

Deno.test("answerEvents() lets only so many follow, and answers HEAD without events", async () => {
  const response = await app.request("/");
  const context = { req: { method: "GET" } } as unknown as Context;
  assertThrows(
    () => answerEvents(context, desk, events),
    RequestError,
    "Cannot follow events as 1 clients must do so at most",
  );
  const head = await app.request("/", { method: "HEAD" });
  assertEquals([head.status, head.body], [200, null]);
  await response.body!.cancel();
});
