import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";

/**
 * Says whether a page changes by itself, with a button to pause that. Without a script it says how to see what is new.
 *
 * @returns A part of a page.
 */
export function liveLine(): Fragment {
  return html`<p class="muted" id="live" role="status"><noscript>Reload the page to see what is new.</noscript></p>
<button type="button" id="pause" aria-pressed="false" hidden>Pause updates</button>`;
}
