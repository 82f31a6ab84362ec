import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import type { KeptVersion } from "../hosted/hosted_model.ts";
import type { ModelView } from "./model_view.ts";
import { writeNumber, writeTime } from "./write_values.ts";

/**
 * The versions that a model can go back to, each with a button that does so where that is allowed.
 *
 * @param view What there is to show of the model.
 * @param mayRollback Whether it may be rolled back.
 * @returns A part of a page.
 */
export function versionsTable({ name, version, versions }: ModelView, mayRollback: boolean): Fragment {
  if (versions.length === 0) return html`<p class="muted">No version has been kept yet.</p>`;
  const row = (kept: KeptVersion): Fragment =>
    html`
      <tr>
        <th scope="row">${writeNumber(kept.version)}${origin(kept)}</th>
        <td class="number">${writeNumber(kept.samples)}</td>
        <td class="number spare">${writeNumber(kept.cost)}</td>
        <td class="number">${kept.version === version ? "in use" : button(kept)}</td>
      </tr>
    `;
  const button = (kept: KeptVersion): Fragment | string =>
    mayRollback
      ? html`<form method="post" action="/dashboard/models/${name}/rollback"><input type="hidden" name="version"
 value="${kept.version}"><button id="back-to-${kept.version}" aria-label="Go back to version ${kept.version}">Go back</button></form>`
      : "";
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col" class="number">Samples</th>
          <th scope="col" class="number spare">Cost</th>
          <th scope="col"><span class="spoken">Go back</span></th>
        </tr>
      </thead>
      <tbody>${versions.map(row)}</tbody>
    </table>
    ${mayRollback ? "" : html`<p class="hint">To go back takes a token of the scope admin.</p>`}
  `;
}

/** When a version was kept, and which one it has restored. */
function origin({ time, restored }: KeptVersion): Fragment {
  const from = restored === undefined ? "" : html`<small>as ${writeNumber(restored)} was</small>`;
  return html`<small><time datetime="${new Date(time).toISOString()}">${writeTime(time)}</time></small>${from}`;
}
