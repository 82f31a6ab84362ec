import { type Hono, methodNotAllowed, type NotFoundHandler } from "../deps/hono.ts";
import { methodAnswer } from "./method_answer.ts";
import { problemResponse } from "./problem.ts";

/**
 * What answers requests that no route takes: 404, or 405 where the path has other methods. It stands behind all routes, so
 * that those that are found pass nothing on their way to it.
 *
 * @param app The app.
 * @returns The handler.
 */
export function notFound(app: Hono): NotFoundHandler {
  const lookForMethods = methodNotAllowed({ app, onMethodNotAllowed: methodAnswer });
  return async (context) => {
    context.res = problemResponse({ status: 404, title: "Not Found", requestId: context.get("requestId") });
    await lookForMethods(context, () => Promise.resolve());
    return context.res;
  };
}
