export { type Context, Hono, type MiddlewareHandler } from "npm:hono@^4.13.0";
export { bearerAuth } from "npm:hono@^4.13.0/bearer-auth";
export { bodyLimit } from "npm:hono@^4.13.0/body-limit";
export { HTTPException } from "npm:hono@^4.13.0/http-exception";
export { methodNotAllowed } from "npm:hono@^4.13.0/method-not-allowed";
export { matchedRoutes } from "npm:hono@^4.13.0/route";
