import { bearerAuth, type Context, type MiddlewareHandler } from "../../deps/hono.ts";
import { findToken } from "./find_token.ts";
import type { TokenOptions } from "./token_options.ts";

/** The token of a request that has one, as its number among all tokens and its scope. */
export interface Grant {
  /** The number of the token. */
  readonly token: number;
  /** What it is good for. */
  readonly scope: TokenOptions["scope"];
}

/**
 * Middleware that lets requests through that carry a bearer token, and keeps in the context which one.
 *
 * @param tokens The tokens.
 * @returns The middleware; it throws Hono's HTTPException 401, or 400 if the header is malformed.
 */
export function authenticate(tokens: readonly TokenOptions[]): MiddlewareHandler {
  return bearerAuth({
    verifyToken: (sent, context) => {
      const token = findToken(tokens, sent);
      if (token < 0) return false;
      setGrant(context, { token, scope: tokens[token].scope });
      return true;
    },
  });
}

/**
 * Which token a request carries.
 *
 * @param context The request.
 * @returns The token; undefined where everyone is let through.
 */
export function grantOf(context: Context): Grant | undefined {
  return context.get(GRANT);
}

/**
 * Keeps in the context which token a request carries.
 *
 * @param context The request.
 * @param grant The token.
 */
export function setGrant(context: Context, grant: Grant): void {
  context.set(GRANT, grant);
}

const GRANT = "grant";
