import { html } from "../../deps/hono.ts";
import type { Page } from "./answer_page.ts";
import { liveLine } from "./live_line.ts";
import type { ModelView } from "./model_view.ts";
import { overviewParts, type UnreadModel } from "./overview_parts.ts";

/**
 * The page of all models.
 *
 * @param models What there is to show of each.
 * @param isSignedIn Whether there is a session that can be ended.
 * @returns The page.
 */
export function overviewPage(models: readonly (ModelView | UnreadModel)[], isSignedIn: boolean): Page {
  const main = html`
    <div class="heading"><h1>Models</h1>${liveLine()}</div>
    <section aria-label="Models" class="card scroll" id="models">${overviewParts(models).models}</section>
  `;
  return { title: "Models", main, isSignedIn, follow: "/dashboard/events" };
}
