import type { Context } from "../deps/hono.ts";
import { problemResponse } from "./problem.ts";

/**
 * The answer to a method that a path does not have: 405, or 204 to `OPTIONS`, which asks for just that.
 *
 * @param context The request.
 * @param methods The methods that it has.
 * @returns The answer, with the header `Allow`.
 */
export function methodAnswer(context: Context, methods: readonly string[]): Response {
  const headers = { allow: [...methods, "OPTIONS"].join(", ") };
  if (context.req.method === "OPTIONS") return new Response(null, { status: 204, headers });
  const requestId = context.get("requestId");
  return problemResponse({ status: 405, title: "Method Not Allowed", requestId }, headers);
}
