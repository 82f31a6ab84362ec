import { html } from "../../deps/hono.ts";
import type { Fragment } from "./fragment.ts";

/**
 * A description, with what stands between backticks as code.
 *
 * @param text The description.
 * @returns The piece of the page.
 */
export function described(text: string): Fragment {
  return html`${text.split("`").map((part, i) => i % 2 === 1 ? html`<code>${part}</code>` : part)}`;
}
