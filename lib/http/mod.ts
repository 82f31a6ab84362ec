/**
 * L6: learners as an endpoint that learns from each request. Web-standard, so that it runs wherever Hono does.
 *
 * @module
 */
export type { AppOptions, AuthOptions, LimitOptions } from "./app_options.ts";
export { createApp } from "./create_app.ts";
