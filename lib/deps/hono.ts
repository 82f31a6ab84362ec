export { type Context, type Handler, Hono, type MiddlewareHandler, type NotFoundHandler } from "npm:hono@^4.13.0";
export { bearerAuth } from "npm:hono@^4.13.0/bearer-auth";
export { deleteCookie, getSignedCookie, setSignedCookie } from "npm:hono@^4.13.0/cookie";
export { cors } from "npm:hono@^4.13.0/cors";
export { html, raw } from "npm:hono@^4.13.0/html";
export { HTTPException } from "npm:hono@^4.13.0/http-exception";
export { methodNotAllowed } from "npm:hono@^4.13.0/method-not-allowed";
export { matchedRoutes } from "npm:hono@^4.13.0/route";
export type { HtmlEscapedString } from "npm:hono@^4.13.0/utils/html";
