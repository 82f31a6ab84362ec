import type { Context, MiddlewareHandler } from "../deps/hono.ts";
import { identifyRequest } from "./identify_request.ts";
import { problemResponse } from "./problem.ts";
import { secureAnswer } from "./secure_answer.ts";
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
  /** Takes a request that has its answer, and how many seconds that took. */
  readonly answered?: (context: Context, seconds: number) => void;
  /** What time it is, in milliseconds. */
  readonly now?: () => number;
}

/**
 * Sees to it that each request has an id and an answer, whatever is thrown, that the answer tells the id and has the
 * security headers, and that a closing app takes nothing new.
 *
 * @param options How errors are reported, and whether the app is closing.
 * @returns The guard.
 */
export function guardRequests(options: GuardOptions): Guard {
  const { isClosing, report, answered, now = () => performance.now() } = options;
  const answer = (error: unknown, context: Context): Response => {
    const { response, internal } = toProblem(error, context.get("requestId"));
    if (internal) report(error);
    return response;
  };
  return {
    answer,
    async middleware(context, next) {
      const began = now();
      const requestId = identifyRequest(context);
      try {
        if (isClosing()) context.res = closing(requestId);
        else await next();
      } catch (error) {
        context.res = answer(error, context); // Hono hands on to onError only what is an Error
      }
      const { headers } = context.res;
      headers.set("x-request-id", requestId);
      secureAnswer(context.req.method, headers);
      answered?.(context, (now() - began) / 1000);
    },
  };
}

function closing(requestId: string): Response {
  const detail = "Cannot serve the request as the server is closing";
  const problem = { status: 503, title: "Service Unavailable", detail, requestId };
  return problemResponse(problem, { "retry-after": "1", connection: "close" });
}
