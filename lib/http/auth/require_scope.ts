import type { Context, MiddlewareHandler } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";
import { type Grant, grantOf } from "./authenticate.ts";
import type { Scope } from "./token_options.ts";

const RANK: Readonly<Record<Scope, number>> = { predict: 0, learn: 1, admin: 2 };

/**
 * Refuses a request whose token is not good for something. Where there are no tokens, all are let through.
 *
 * @param context The request.
 * @param scope What the token must be good for.
 * @throws {RequestError} 403 if it is not.
 */
export function requireScope(context: Context, scope: Scope): void {
  const grant = grantOf(context);
  if (grant === undefined || mayDo(grant, scope)) return;
  const detail = `Cannot serve the request as its token must have the scope ${scope}: current value is ${grant.scope}`;
  throw new RequestError({ status: 403, title: "Forbidden", detail }, {
    "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"`,
  });
}

/**
 * Middleware that refuses as {@linkcode requireScope} does.
 *
 * @param scope What tokens must be good for.
 * @returns The middleware.
 */
export function scopeGuard(scope: Scope): MiddlewareHandler {
  return function scopeGuard(context, next) {
    requireScope(context, scope);
    return next();
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
