/**
 * L6: learners as an endpoint that learns from each request. Web-standard, so that it runs wherever Hono does.
 *
 * @module
 */
export { type AppOptions, type AuthOptions, createApp, type LimitOptions } from "./create_app.ts";
