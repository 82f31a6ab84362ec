import { type Context, matchedRoutes } from "../../deps/hono.ts";

/**
 * The route that a request came by, as `/models/:name`. Middleware is there for all methods, a route for its own.
 *
 * @param context The request.
 * @returns The route; undefined if there is none.
 */
export function routeOf(context: Context): string | undefined {
  return matchedRoutes(context).findLast(({ method }) => method !== "ALL")?.path;
}
