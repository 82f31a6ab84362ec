import type { Context } from "../../deps/hono.ts";
import type { Desk } from "../desk.ts";
import { RequestError } from "../request_error.ts";
import { streamText } from "./stream_text.ts";

/**
 * Answers with server-sent events, until the client goes or the app closes.
 *
 * @param context The request.
 * @param desk How many streams are open, and how many may be.
 * @param write Makes the events, until the signal that it is given is aborted.
 * @returns The events.
 * @throws {RequestError} 503 if too many clients follow events.
 */
export function answerEvents(
  context: Context,
  { followers, limits }: Pick<Desk, "followers" | "limits">,
  write: (ended: AbortSignal) => AsyncGenerator<string>,
): Response {
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no", // or proxies may keep events back
  };
  if (context.req.method === "HEAD") return context.body(null, 200, headers);
  if (followers.size >= limits.eventStreams) {
    const detail = `Cannot follow events as ${limits.eventStreams} clients must do so at most`;
    throw new RequestError({ status: 503, title: "Service Unavailable", detail }, { "retry-after": "10" });
  }
  const ended = new AbortController();
  const end = (): void => {
    followers.delete(end);
    ended.abort();
  };
  followers.add(end);
  const events = write(ended.signal);
  return context.body(streamText(events, { milliseconds: limits.bodyMilliseconds, onEnd: end }), 200, headers);
}
