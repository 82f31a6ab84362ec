import type { MiddlewareHandler } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { grantOf } from "./authenticate.ts";
import { type Rate, spendRequest } from "./spend_request.ts";

/**
 * Middleware that lets each token have so many requests in a second; where there are no tokens, all together.
 *
 * @param rate How many.
 * @param now What time it is, in milliseconds.
 * @returns The middleware; it throws a RequestError 429 that says when to come back.
 */
export function limitRate(rate: Rate, now: () => number = () => performance.now()): MiddlewareHandler {
  const full: number[] = []; // by token
  return function limitRate(context, next) {
    const token = grantOf(context)?.token ?? 0;
    const [wait, later] = spendRequest(full[token] ?? 0, now(), rate);
    full[token] = later;
    if (wait > 0) {
      const detail = `Cannot serve the request as there must be ${rate.perSecond} in a second at most`;
      throw new RequestError({ status: 429, title: "Too Many Requests", detail }, {
        "retry-after": String(Math.ceil(wait / 1000)),
      });
    }
    return next();
  };
}
