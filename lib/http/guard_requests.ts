import type { Context, MiddlewareHandler } from "../deps/hono.ts";
import { problemResponse } from "./problem.ts";
import { toProblem } from "./to_problem.ts";

/** What all requests are guarded by. */
export interface Guard {
  /** Middleware that must be the first. */
  readonly middleware: MiddlewareHandler;
  /** The answer to an error that was thrown. */
  answer(error: unknown, context: Context): Response;
}

/** What {@linkcode guardRequests} needs. */
export interface GuardOptions {
  /** Whether the app takes nothing new. */
  readonly isClosing: () => boolean;
  /** Takes an error that is not the client's. */
  readonly report: (error: unknown) => void;
}

/**
 * Sees to it that each request has an answer, whatever is thrown, that no answer is kept by caches, that it tells the id of
 * the request, and that a closing app takes nothing new.
 *
 * @param options How errors are reported, and whether the app is closing.
 * @returns The guard.
 */
export function guardRequests({ isClosing, report }: GuardOptions): Guard {
  const answer = (error: unknown, context: Context): Response => {
    const { response, internal } = toProblem(error, context.get("requestId"));
    if (internal) report(error);
    return response;
  };
  return {
    answer,
    async middleware(context, next) {
      try {
        if (isClosing()) context.res = closing(context.get("requestId"));
        else await next();
      } catch (error) {
        context.res = answer(error, context); // Hono hands on to onError only what is an Error
      }
      const { headers } = context.res;
      headers.set("x-request-id", context.get("requestId"));
      if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    },
  };
}

function closing(requestId: string): Response {
  const detail = "Cannot serve the request as the server is closing";
  const problem = { status: 503, title: "Service Unavailable", detail, requestId };
  return problemResponse(problem, { "retry-after": "1", connection: "close" });
}
