import { html } from "../../deps/hono.ts";
import type { Prediction } from "../describe_prediction.ts";
import type { Fragment } from "../docs/fragment.ts";
import { writeNumber, writePercent } from "./write_values.ts";

/** More classes than these are not told one by one. */
const MOST = 12;

/**
 * What a model has predicted: the class, and the probabilities of the most probable classes as bars; or the numbers.
 *
 * @param prediction The prediction.
 * @param version The version of the model that made it.
 * @returns A part of a page.
 */
export function predictionAnswer(prediction: Prediction, version: number): Fragment {
  const { output, class: index, label, labels } = prediction;
  const heading = labels?.join(", ") || label ||
    (index === undefined ? output.map(writeNumber).join(", ") : `Class ${index}`);
  return html`<p class="answer">${labels?.length === 0 ? "None of them" : heading}</p>
<p class="hint">by version ${writeNumber(version)}</p>
${bars(prediction)}`;
}

/**
 * What was wrong with an input.
 *
 * @param detail The problem, in words.
 * @returns A part of a page.
 */
export function predictionProblem(detail: string): Fragment {
  return html`<p class="problem">${detail}</p>`;
}

function bars({ output, class: index, probabilities }: Prediction): Fragment | string {
  const shares = Object.entries(probabilities ?? (index === undefined ? {} : sharesOf(output)));
  if (shares.length === 0) return "";
  const shown = shares.toSorted((a, b) => b[1] - a[1]).slice(0, MOST);
  const rest = shares.length - shown.length;
  return html`<ul class="bars">${shown.map(([name, share], i) => bar(name, share, i === 0))}</ul>
${rest > 0 ? html`<p class="hint">and ${rest} more</p>` : ""}`;
}

/** Outputs by class where they could be probabilities: they lie between 0 and 1. */
function sharesOf(output: readonly number[]): Record<string, number> {
  if (output.length < 2 || output.some((share) => share < 0 || share > 1)) return {};
  return Object.fromEntries(output.map((share, j) => [`class ${j}`, share]));
}

function bar(name: string, share: number, isBest: boolean): Fragment {
  const width = Math.round(1000 * Math.max(0, Math.min(share, 1))) / 10;
  return html`<li class="${isBest ? "best" : "other"}"><span>${name}</span><span>${writePercent(share)}</span>
<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="8"/></svg></li>`;
}
