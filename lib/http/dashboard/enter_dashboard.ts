import type { MiddlewareHandler } from "../../deps/hono.ts";
import { setGrant } from "../auth/authenticate.ts";
import type { TokenOptions } from "../auth/token_options.ts";
import { RequestError } from "../request_error.ts";
import { answerPage } from "./answer_page.ts";
import { loginPage } from "./login_page.ts";
import { readSession } from "./session.ts";

/**
 * Middleware that lets a request in that belongs to a session. To others a page is answered that asks for a token.
 *
 * @param tokens The tokens; undefined where everyone is let in.
 * @returns The middleware; to what is no page it throws a RequestError 401.
 */
export function enterDashboard(tokens: readonly TokenOptions[] | undefined): MiddlewareHandler {
  return async function enterDashboard(context, next) {
    if (tokens === undefined) return await next();
    const grant = await readSession(context, tokens);
    if (grant !== undefined) {
      setGrant(context, grant);
      return await next();
    }
    const { method, path } = context.req;
    if (method !== "POST" && !path.endsWith("/events")) return answerPage(loginPage(path));
    const detail = "Cannot serve the request as it must belong to a session, which POST /dashboard/login opens";
    throw new RequestError({ status: 401, title: "Unauthorized", detail }, { "www-authenticate": "Bearer" });
  };
}
