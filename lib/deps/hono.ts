export { type Context, type Handler, Hono, type MiddlewareHandler } from "npm:hono@^4.13.0";
export { bearerAuth } from "npm:hono@^4.13.0/bearer-auth";
export { cors } from "npm:hono@^4.13.0/cors";
export { HTTPException } from "npm:hono@^4.13.0/http-exception";
export { methodNotAllowed } from "npm:hono@^4.13.0/method-not-allowed";
export { matchedRoutes } from "npm:hono@^4.13.0/route";
export { requestId } from "npm:hono@^4.13.0/request-id";
export { secureHeaders } from "npm:hono@^4.13.0/secure-headers";
