import { type Context, raw } from "../../deps/hono.ts";
import type { OpenApiDocument } from "../schema/open_api_document.ts";
import { docsPage } from "./docs_page.ts";
import { docsStyle } from "./docs_style.ts";

/**
 * `GET /docs`: the reference of the API as a page. Its policy lets it ask for nothing, run nothing and have no style but its
 * own.
 *
 * @param context The request.
 * @param document What the page is about.
 * @returns The page.
 */
export async function docsRoute(context: Context, document: OpenApiDocument): Promise<Response> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(docsStyle));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const policy =
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; ` +
    "frame-ancestors 'none'";
  return await context.html(docsPage(document, raw(docsStyle)), 200, { "content-security-policy": policy });
}
