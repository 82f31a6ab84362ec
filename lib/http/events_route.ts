import type { Context } from "../deps/hono.ts";
import type { Desk } from "./desk.ts";
import { followModel } from "./follow_model.ts";
import { findModel } from "./find_model.ts";
import { RequestError } from "./request_error.ts";
import { streamText } from "./stream/stream_text.ts";

/**
 * `GET /models/:name/events`: server-sent events of what happens to a model, see {@linkcode followModel}.
 *
 * @param context The request. `Last-Event-ID` is accepted; what was missed is not sent again, but the state is sent first.
 * @param desk The models and limits, and how many streams are open.
 * @returns The events, until the client goes or the app closes.
 * @throws {RequestError} 503 if too many clients follow events.
 */
export async function eventsRoute(context: Context, desk: Desk): Promise<Response> {
  const model = await findModel(desk.models, context.req.param("name"));
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no", // or proxies may keep events back
  };
  if (context.req.method === "HEAD") return context.body(null, 200, headers);
  if (desk.followers.size >= desk.limits.eventStreams) {
    const detail = `Cannot follow events as ${desk.limits.eventStreams} clients must do so at most`;
    throw new RequestError({ status: 503, title: "Service Unavailable", detail }, { "retry-after": "10" });
  }
  const ended = new AbortController();
  const end = (): void => {
    desk.followers.delete(end);
    ended.abort();
  };
  desk.followers.add(end);
  const events = followModel(model, { ended: ended.signal });
  return context.body(streamText(events, { milliseconds: desk.limits.bodyMilliseconds, onEnd: end }), 200, headers);
}
