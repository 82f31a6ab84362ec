import { type Context, matchedRoutes, type MiddlewareHandler } from "../../deps/hono.ts";
import type { Meter } from "./create_meter.ts";
import { inSpan } from "./in_span.ts";
import type { Tracer } from "./tracer.ts";

/** What watches requests. */
export interface ObserveOptions {
  /** What counts them. */
  readonly meter: Meter;
  /** What makes a span of each; by default there are none. */
  readonly tracer?: Tracer | undefined;
  /** What time it is, in milliseconds. */
  readonly now?: () => number;
}

/**
 * Middleware, outside of all other, that counts each request by its route and makes a span of it. The span has the
 * attributes `http.request.method`, `http.route`, `http.response.status_code` and `url.path`.
 *
 * @param options What watches.
 * @returns The middleware.
 */
export function observeRequests({ meter, tracer, now = () => performance.now() }: ObserveOptions): MiddlewareHandler {
  return async function observeRequests(context, next) {
    const start = now();
    const { method, path } = context.req;
    const attributes = { "http.request.method": method, "url.path": path };
    await inSpan(tracer, { name: method, kind: 1, attributes }, async (span) => {
      await next();
      const { status } = context.res;
      const route = routeOf(context);
      meter.request({ method, route, status, seconds: (now() - start) / 1000 });
      if (route !== undefined) {
        span?.updateName(`${method} ${route}`);
        span?.setAttribute("http.route", route);
      }
      span?.setAttribute("http.response.status_code", status);
      if (status >= 500) span?.setStatus({ code: 2 });
    });
  };
}

/** Middleware is there for all methods, a route for its own. */
function routeOf(context: Context): string | undefined {
  return matchedRoutes(context).findLast(({ method }) => method !== "ALL")?.path;
}
