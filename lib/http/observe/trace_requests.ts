import type { MiddlewareHandler } from "../../deps/hono.ts";
import { inSpan } from "./in_span.ts";
import { routeOf } from "./route_of.ts";
import type { Tracer } from "./tracer.ts";

/**
 * Middleware, outside of all other, that makes a span of each request, with the attributes `http.request.method`,
 * `http.route`, `http.response.status_code` and `url.path`.
 *
 * @param tracer What makes spans.
 * @returns The middleware.
 */
export function traceRequests(tracer: Tracer): MiddlewareHandler {
  return async function traceRequests(context, next) {
    const { method, path } = context.req;
    const attributes = { "http.request.method": method, "url.path": path };
    await inSpan(tracer, { name: method, kind: 1, attributes }, async (span) => {
      await next();
      const { status } = context.res;
      const route = routeOf(context);
      if (route !== undefined) {
        span?.updateName(`${method} ${route}`);
        span?.setAttribute("http.route", route);
      }
      span?.setAttribute("http.response.status_code", status);
      if (status >= 500) span?.setStatus({ code: 2 });
    });
  };
}
