import type { MiddlewareHandler } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { type Grant, grantOf } from "./authenticate.ts";
import type { Scope } from "./token_options.ts";

const RANK: Readonly<Record<Scope, number>> = { predict: 0, learn: 1, admin: 2 };

/**
 * Middleware that lets only those requests through whose token is good for something. Where there are no tokens, all are.
 *
 * @param scope What the token must be good for.
 * @returns The middleware; it throws a RequestError 403.
 */
export function requireScope(scope: Scope): MiddlewareHandler {
  return async function requireScope(context, next) {
    const grant = grantOf(context);
    if (grant !== undefined && !mayDo(grant, scope)) {
      const detail =
        `Cannot serve the request as its token must have the scope ${scope}: current value is ${grant.scope}`;
      throw new RequestError({ status: 403, title: "Forbidden", detail }, {
        "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"`,
      });
    }
    await next();
  };
}

/**
 * Whether a token is good for something.
 *
 * @param grant The token; undefined where there are none.
 * @param scope What it must be good for.
 * @returns Whether it is; true where there are no tokens.
 */
export function mayDo(grant: Grant | undefined, scope: Scope): boolean {
  return grant === undefined || RANK[grant.scope] >= RANK[scope];
}
