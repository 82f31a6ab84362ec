import type { MiddlewareHandler } from "../../deps/hono.ts";
import type { Problem } from "../problem.ts";

/**
 * Makes of every problem+json below `/v2` an error as the Open Inference Protocol has it, `{ "error": text }`, so that what
 * other middleware refuses has that form too. What cannot be used is 400 there, where it is 422 elsewhere.
 *
 * @param context The request.
 * @param next What answers it.
 */
export const inferenceErrors: MiddlewareHandler = async (context, next) => {
  await next();
  const { res } = context;
  if (res.headers.get("content-type") !== "application/problem+json") return;
  const { title, detail = title }: Problem = await res.json();
  const headers = new Headers(res.headers);
  headers.set("content-type", "application/json");
  context.res = undefined; // Hono would keep the headers of the answer before
  context.res = new Response(JSON.stringify({ error: detail }), {
    status: res.status === 422 ? 400 : res.status,
    headers,
  });
};
