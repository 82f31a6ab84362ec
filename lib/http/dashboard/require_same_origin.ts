import type { MiddlewareHandler } from "../../deps/hono.ts";
import { RequestError } from "../request_error.ts";

/**
 * Middleware that lets a form through only if it was sent from a page of this endpoint: browsers say where it came from, by
 * `Sec-Fetch-Site` or, where the connection is not encrypted, by `Origin`. What says neither is no browser.
 *
 * @returns The middleware; it throws a RequestError 403.
 */
export function requireSameOrigin(): MiddlewareHandler {
  return async function requireSameOrigin(context, next) {
    if (context.req.method === "POST" && !isSameOrigin(context.req.raw)) {
      const detail = "Cannot take the form as it must be sent from a page of this endpoint";
      throw new RequestError({ status: 403, title: "Forbidden", detail });
    }
    await next();
  };
}

function isSameOrigin({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === (headers.get("host") ?? new URL(url).host);
}
