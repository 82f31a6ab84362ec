import type { Hono } from "../../deps/hono.ts";
import { openApi, type OpenApiOptions } from "../schema/open_api.ts";
import type { OpenApiDocument } from "../schema/open_api_document.ts";
import { docsRoute } from "./docs_route.ts";

/**
 * Adds `GET /openapi.json` and `GET /docs`, which describe the app and are open to all.
 *
 * @param app What to add them to.
 * @param options What is so in this app.
 */
export function documentRoutes(app: Hono, options: OpenApiOptions): void {
  let document: OpenApiDocument | undefined;
  const made = (): OpenApiDocument => document ??= openApi(options);
  app.get("/openapi.json", (context) => context.json(made()));
  app.get("/docs", (context) => docsRoute(context, made()));
}
