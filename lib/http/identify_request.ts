import type { Context } from "../deps/hono.ts";

/**
 * Gives a request an id, which stands in the context as `requestId`: the one that it brings in `X-Request-Id`, if that has 1
 * to 255 letters, digits and `_-=`, or a random one.
 *
 * @param context The request.
 * @returns The id.
 */
export function identifyRequest(context: Context): string {
  const sent = context.req.header("x-request-id");
  const id = sent !== undefined && /^[\w=-]{1,255}$/.test(sent) ? sent : crypto.randomUUID();
  context.set("requestId", id);
  return id;
}
