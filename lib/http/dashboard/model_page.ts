import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import type { Page } from "./answer_page.ts";
import { liveLine } from "./live_line.ts";
import { modelParts } from "./model_parts.ts";
import type { ModelView } from "./model_view.ts";
import { predictionForm } from "./prediction_form.ts";

/** What a model's page has beside the model. */
export interface ModelPageOptions {
  /** Whether there is a session that can be ended. */
  readonly isSignedIn: boolean;
  /** Whether the model may be rolled back. */
  readonly mayRollback: boolean;
  /** What has just been done. */
  readonly notice?: string | undefined;
  /** What the form was filled in with. */
  readonly filled?: URLSearchParams;
  /** What came of it. */
  readonly answer?: Fragment;
}

/**
 * The page of a model: its numbers, its learning curve, a form to try it, and the versions it can go back to.
 *
 * @param view What there is to show of the model.
 * @param options What the page has beside that.
 * @returns The page.
 */
export function modelPage(view: ModelView, options: ModelPageOptions): Page {
  const { isSignedIn, mayRollback, notice, filled, answer } = options;
  const { name, fields } = view;
  const parts = modelParts(view, mayRollback);
  const main = html`
    <div class="heading"><h1>${name}</h1>${liveLine()}</div>
    ${notice === undefined ? "" : html`<p class="notice" role="status">${notice}</p>`}
    <p id="spoken" class="spoken" role="status"></p>
    <section aria-label="Numbers" id="numbers">${parts.numbers}</section>
    <section aria-label="Learning curve" class="card curve" id="curve">${parts.curve}</section>
    <div class="columns">
      <section class="card" aria-labelledby="try"><h2 id="try">Try a prediction</h2>${predictionForm({
        name,
        fields,
        filled,
        answer,
      })}</section>
      <section class="card" aria-labelledby="kept">
        <h2 id="kept">Versions</h2>
        <div class="scroll" id="versions">${parts.versions}</div>
      </section>
    </div>
  `;
  return { title: name, main, isSignedIn, follow: `/dashboard/models/${name}/events` };
}
