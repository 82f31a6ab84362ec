import type { Context, MiddlewareHandler } from "../../deps/hono.ts";

/**
 * Puts checks before a route, as middleware does, in less time than it takes Hono to compose it.
 *
 * @param checks Middleware that throws what it does not let through, and does nothing after the route.
 * @param route The route.
 * @returns The route behind the checks.
 */
export function admit(
  checks: readonly MiddlewareHandler[],
  route: (context: Context) => Promise<Response>,
): (context: Context) => Promise<Response> {
  if (checks.length === 0) return route;
  return async (context) => {
    for (const check of checks) await check(context, pass);
    return route(context);
  };
}

const pass = (): Promise<void> => Promise.resolve();
