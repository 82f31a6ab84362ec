import type { CorsOptions } from "./app_options.ts";

/**
 * What pages of other origins may do.
 *
 * @param options The origins.
 * @returns The rules in Hono's words.
 */
export function corsRules({ origin }: CorsOptions) {
  return {
    origin: typeof origin === "string" ? origin : [...origin],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "DELETE"],
    allowHeaders: [
      "authorization",
      "content-encoding",
      "content-type",
      "idempotency-key",
      "if-match",
      "if-none-match",
      "last-event-id",
      "x-request-id",
    ],
    exposeHeaders: ["etag", "location", "retry-after", "x-request-id"],
    maxAge: 600,
  };
}
