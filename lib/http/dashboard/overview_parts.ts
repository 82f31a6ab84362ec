import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import { writeScore } from "./model_numbers.ts";
import type { ModelView } from "./model_view.ts";
import { writeBytes, writeNumber, writeRate } from "./write_values.ts";

/** A model that cannot be read. */
export interface UnreadModel {
  /** The name in the address. */
  readonly name: string;
  /** What is wrong. */
  readonly problem: string;
}

/**
 * The part of the overview that changes: the table of models.
 *
 * @param models What there is to show of each.
 * @returns The part by its id.
 */
export function overviewParts(models: readonly (ModelView | UnreadModel)[]): Record<string, Fragment> {
  if (models.length === 0) return { models: html`<p>There is no model yet.</p>` };
  const table = html`
    <table>
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" class="number">Samples</th>
          <th scope="col" class="number spare">Version</th>
          <th scope="col" class="number">Recent score</th>
          <th scope="col" class="number spare">Samples per second</th>
          <th scope="col" class="number spare">State</th>
        </tr>
      </thead>
      <tbody>${models.map((model) => "problem" in model ? unreadRow(model) : row(model))}</tbody>
    </table>
  `;
  return { models: table };
}

function row({ name, version, stats, score, rate, bytes }: ModelView): Fragment {
  return html`
    <tr>
      <th scope="row"><a id="to-${name}" href="/dashboard/models/${name}">${name}</a></th>
      <td class="number">${writeNumber(stats.learned)}</td>
      <td class="number spare">${writeNumber(version)}</td>
      <td class="number">${writeScore(score.model, score)} ${score.label.toLowerCase()}</td>
      <td class="number spare">${writeRate(rate)}</td>
      <td class="number spare">${writeBytes(bytes)}</td>
    </tr>
  `;
}

function unreadRow({ name, problem }: UnreadModel): Fragment {
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td colspan="5">${problem}</td>
    </tr>
  `;
}
