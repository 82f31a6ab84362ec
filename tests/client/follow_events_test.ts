import { ProblemError } from "@backstream/backstream/client";
import { assertEquals, assertRejects } from "@std/assert";
import { followEvents } from "../../lib/client/follow_events.ts";
import { bodyOf, fakeEndpoint, problem } from "./fake_endpoint.ts";

function event(type: string, version: number): string {
  return `event: ${type}\nid: ${version}\ndata: ${JSON.stringify({ type, version })}\n\n`;
}

/** An answer with these events. */
function stream(...texts: string[]): () => Response {
  return () => new Response(bodyOf(...texts));
}

/** The next events, as type and version. */
async function take(events: AsyncGenerator<{ type: string; version: number }>, count: number) {
  const taken: string[] = [];
  for (let i = 0; i < count; i++) {
    const { value, done } = await events.next();
    taken.push(done ? "end" : `${value.type} ${value.version}`);
  }
  return taken;
}

Deno.test("followEvents() gives events, connects again where they end, and ends when the model is removed", async () => {
  const { sender, got, waits } = fakeEndpoint(
    stream("retry: 70\n", event("state", 3), event("learned", 4), "data: {"),
    "lost",
    stream(event("state", 5), event("removed", 6), event("state", 7)),
  );
  const events = followEvents(sender, "models/line/events");
  assertEquals(await take(events, 5), ["state 3", "learned 4", "state 5", "removed 6", "end"]);
  assertEquals(got.map(({ path, headers }) => [path, headers.get("last-event-id")]), [
    ["/models/line/events", null],
    ["/models/line/events", "4"],
    ["/models/line/events", "4"],
  ]);
  assertEquals([waits.length, waits[0]], [2, 70]);
});

Deno.test("followEvents() connects again when the connection is lost, or silent for too long", async () => {
  const lost = () => {
    const [text] = [event("state", 1)];
    let given = false;
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (given) controller.error(new TypeError("reset"));
          else controller.enqueue(new TextEncoder().encode(text));
          given = true;
        },
      }),
    );
  };
  const silent = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
  const { sender, waits } = fakeEndpoint(lost, silent, stream(event("removed", 2)));
  assertEquals(await take(followEvents({ ...sender, timeout: 5 }, "a"), 3), ["state 1", "removed 2", "end"]);
  assertEquals(waits, [2000, 2000]);
});

Deno.test("followEvents() throws an answer that is an error", async () => {
  const error = await assertRejects(() => followEvents(fakeEndpoint(problem(404)).sender, "a").next(), ProblemError);
  assertEquals(error.status, 404);
});

Deno.test("followEvents() cancels the stream when the reader stops, and when it is aborted", async () => {
  let cancelled = 0;
  const open = () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(event("state", 1))),
        cancel: () => void cancelled++,
      }),
    );
  for await (const _ of followEvents(fakeEndpoint(open).sender, "a")) break;
  assertEquals(cancelled, 1);
  const stop = new AbortController();
  const events = followEvents(fakeEndpoint(open).sender, "a", { signal: stop.signal });
  await events.next();
  const next = events.next();
  stop.abort(new RangeError("enough"));
  await assertRejects(() => next, RangeError, "enough");
  assertEquals(cancelled, 2);
});
