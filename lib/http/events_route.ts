import type { Context } from "../deps/hono.ts";
import type { Desk } from "./desk.ts";
import { followModel } from "./follow_model.ts";
import { findModel } from "./find_model.ts";
import { answerEvents } from "./stream/answer_events.ts";

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
  return answerEvents(context, desk, (ended) => followModel(model, { ended }));
}
