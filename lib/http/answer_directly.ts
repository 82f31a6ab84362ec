import { type Context, Hono } from "../deps/hono.ts";

/**
 * Puts routes in front of an app that are whole in themselves, as what Hono composes of middleware and a route takes longer
 * than a prediction. All else goes to the app. The routes must be there as well, for those who make it a part of their own by
 * `route()`, and do the same as behind its middleware.
 *
 * @param app The app, whose `fetch` is replaced.
 * @param add Adds the routes.
 */
export function answerDirectly(app: Hono, add: (direct: Hono) => void): void {
  const { fetch } = app;
  const direct = new Hono();
  add(direct);
  direct.notFound((context) => fetch(context.req.raw, context.env, executionOf(context)));
  app.fetch = direct.fetch;
}

/** What Workers run a request in; Hono throws where there is none. */
function executionOf(context: Context): Context["executionCtx"] | undefined {
  try {
    return context.executionCtx;
  } catch {
    return undefined;
  }
}
