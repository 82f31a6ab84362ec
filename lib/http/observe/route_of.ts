import { type Context, matchedRoutes } from "../../deps/hono.ts";

const ROUTE = "route";

/**
 * The route that a request came by, as `/models/:name`.
 *
 * @param context The request.
 * @returns The route; undefined if there is none.
 */
export function routeOf(context: Context): string | undefined {
  return context.get(ROUTE) ?? findRoute(context);
}

/**
 * Makes what a handler that belongs to one route calls first, so that its route is found once and not for each request.
 *
 * @returns Notes in the context which route it is.
 */
export function createRouteNote(): (context: Context) => void {
  let route: string | undefined;
  return (context) => context.set(ROUTE, route ??= findRoute(context));
}

/** Middleware is there for all methods, a route for its own. */
function findRoute(context: Context): string | undefined {
  return matchedRoutes(context).findLast(({ method }) => method !== "ALL")?.path;
}
