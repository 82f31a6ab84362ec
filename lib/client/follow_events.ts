import type { ModelEvent } from "./answers.ts";
import type { CallOptions } from "./client.ts";
import { readEvents } from "./read_events.ts";
import { send, type Sender } from "./send.ts";

const PAUSE = 2000;

/**
 * Follows the events of a model. Where the stream ends, breaks off or is silent for too long, it is opened again after the
 * time that it has named; opening is tried as often as any request.
 *
 * @param sender How requests are sent.
 * @param path The path of the route.
 * @param options When it ends.
 * @returns The events, until the model is removed.
 * @throws {ProblemError} If the answer is an error.
 * @throws {ConnectionError} If there is none.
 */
export async function* followEvents(
  sender: Sender,
  path: string,
  { signal }: CallOptions = {},
): AsyncGenerator<ModelEvent, void, void> {
  let [lastId, pause] = ["", PAUSE];
  for (;;) {
    const body = await openEvents(sender, { path, lastId, signal });
    const events = readEvents(body, { signal, idle: sender.timeout });
    try {
      for (;;) {
        const next = await events.next().catch(() => undefined); // the connection is lost
        signal?.throwIfAborted();
        if (next === undefined || next.done) break;
        const { value } = next;
        lastId = value.lastId || lastId;
        pause = value.retry ?? pause;
        const event: ModelEvent = JSON.parse(value.data);
        yield event;
        if (event.type === "removed") return;
      }
    } finally {
      await events.return();
    }
    await sender.wait(pause, signal);
  }
}

function openEvents(
  sender: Sender,
  { path, lastId, signal }: { path: string; lastId: string; signal: AbortSignal | undefined },
): Promise<ReadableStream<Uint8Array>> {
  return send(sender, {
    method: "GET",
    path,
    headers: { accept: "text/event-stream", ...lastId === "" ? {} : { "last-event-id": lastId } },
    repeatable: true,
    signal,
    read: ({ body }) => body === null ? Promise.reject(new Error("the answer has no body")) : Promise.resolve(body),
  });
}
