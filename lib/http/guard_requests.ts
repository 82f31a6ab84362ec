import type { Context, MiddlewareHandler } from "../deps/hono.ts";
import { identifyRequest } from "./identify_request.ts";
import { problemResponse } from "./problem.ts";
import { secureAnswer } from "./secure_answer.ts";
import { toProblem } from "./to_problem.ts";

/** What all requests are guarded by. */
export interface Guard {
  /** Middleware that must be the first. */
  readonly middleware: MiddlewareHandler;
  /** Guards a route that stands by itself, without the middleware. */
  route(respond: Route): Route;
  /** The answer to an error that was thrown. */
  answer(error: unknown, context: Context): Response;
}

/** Answers a request. */
type Route = (context: Context) => Promise<Response>;

/** What {@linkcode guardRequests} needs. */
export interface GuardOptions {
  /** Whether the app takes nothing new. */
  readonly isClosing: () => boolean;
  /** Takes an error that is not the client's. */
  readonly report: (error: unknown) => void;
  /** Takes a request that has its answer, the status of that, and how many seconds it took. */
  readonly answered?: (context: Context, status: number, seconds: number) => void;
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
  const guard = async (context: Context, respond: Route): Promise<Response> => {
    const began = now();
    const requestId = identifyRequest(context);
    let response;
    try {
      response = isClosing() ? closing(requestId) : await respond(context);
    } catch (error) {
      response = answer(error, context); // Hono hands on to onError only what is an Error
    }
    const { headers, status } = response;
    headers.set("x-request-id", requestId);
    secureAnswer(context.req.method, headers);
    answered?.(context, status, (now() - began) / 1000);
    return response;
  };
  return {
    answer,
    route: (respond) => (context) => guard(context, respond),
    async middleware(context, next) {
      const response = await guard(context, async () => {
        await next();
        return context.res;
      });
      if (response !== context.res) context.res = response;
    },
  };
}

function closing(requestId: string): Response {
  const detail = "Cannot serve the request as the server is closing";
  const problem = { status: 503, title: "Service Unavailable", detail, requestId };
  return problemResponse(problem, { "retry-after": "1", connection: "close" });
}
