import { html, type MiddlewareHandler } from "../../deps/hono.ts";
import { grantOf } from "../auth/authenticate.ts";
import { answerPage } from "./answer_page.ts";

/**
 * Middleware that makes pages of problems, where a page was asked for.
 *
 * @returns The middleware.
 */
export function problemPages(): MiddlewareHandler {
  return async function problemPages(context, next) {
    await next();
    const { res, req } = context;
    const isProblem = res.headers.get("content-type") === "application/problem+json";
    if (!isProblem || !req.header("accept")?.includes("text/html")) return;
    const { title, detail = "" } = await res.json();
    const main = html`
      <div class="card">
        <h1>${title}</h1>
        <p>${detail}</p>
        <p><a href="/">All models</a></p>
      </div>
    `;
    context.res = await answerPage({ title, main, isSignedIn: grantOf(context) !== undefined }, res.status);
  };
}
