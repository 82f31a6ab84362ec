import type { Context } from "../deps/hono.ts";

/**
 * The id of a request: the one that it brings in `X-Request-Id`, if that has 1 to 255 letters, digits and `_-=`, or a random
 * one. It stands in the context as `requestId` from then on.
 *
 * @param context The request.
 * @param isLast Whether nobody will ask again, so that it need not be kept.
 * @returns The id.
 */
export function identifyRequest(context: Context, isLast = false): string {
  const known = context.get("requestId");
  if (known !== undefined) return known;
  const sent = context.req.header("x-request-id");
  const id = sent !== undefined && /^[\w=-]{1,255}$/.test(sent) ? sent : crypto.randomUUID();
  if (!isLast) context.set("requestId", id);
  return id;
}
