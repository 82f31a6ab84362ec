import { html, raw } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import { modelNumbers, writeScore } from "./model_numbers.ts";
import type { ModelView } from "./model_view.ts";
import { scoreChart } from "./score_chart.ts";
import { versionsTable } from "./versions_table.ts";
import { writeCount } from "./write_values.ts";

/** One learning curve for a desk, and one for a phone, on which the first would be too small to read. */
const WIDE = { width: 900, height: 380 };
const NARROW = { width: 380, height: 320 };

/**
 * The parts of a model's page that change.
 *
 * @param view What there is to show of the model.
 * @param mayRollback Whether it may be rolled back.
 * @returns The parts by their ids; `spoken` is for screen readers, which would be interrupted by each of the others.
 */
export function modelParts(view: ModelView, mayRollback: boolean): Record<string, Fragment> {
  const { stats, score } = view;
  const chart = (size: typeof WIDE) => raw(scoreChart(stats, score, size));
  return {
    numbers: modelNumbers(view),
    curve: html`
      <div class="wide">${chart(WIDE)}</div>
      <div class="narrow">${chart(NARROW)}</div>
    `,
    versions: versionsTable(view, mayRollback),
    spoken: html`${writeCount(stats.learned, "sample")} learned, recent ${score.label.toLowerCase()} ${
      writeScore(score.model, score)
    }, ${writeCount(stats.drifts, "drift")}.`,
  };
}
