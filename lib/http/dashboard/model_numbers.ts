import { html } from "../../deps/hono.ts";
import type { Fragment } from "../docs/fragment.ts";
import type { MainScore } from "./main_score.ts";
import type { ModelView } from "./model_view.ts";
import { writeBytes, writeCount, writeNumber, writePercent, writeRate } from "./write_values.ts";

/**
 * The numbers of a model.
 *
 * @param view What there is to show of it.
 * @returns A part of a page.
 */
export function modelNumbers({ version, stats, score, rate, bytes }: ModelView): Fragment {
  const baselines = `no change ${writeScore(score.noChange, score)}, prior ${writeScore(score.prior, score)}`;
  const labels = `${writeCount(stats.labelled, "late label")}, ${writeCount(stats.pending, "prediction")} without`;
  const unlearned = `${writeNumber(stats.refused)} refused, ${writeNumber(stats.duplicates)} sent twice`;
  return html`<dl class="numbers">${[
    number("Samples learned", writeNumber(stats.learned), unlearned),
    number(`Recent ${score.label.toLowerCase()}`, writeScore(score.model, score), baselines),
    number("Recent cost", writeNumber(stats.cost)),
    number("Samples per second", writeRate(rate), "lately"),
    number(
      "Version",
      writeNumber(version),
      `${writeCount(stats.drifts, "drift")}, ${writeCount(stats.rollbacks, "rollback")}`,
    ),
    number("State", writeBytes(bytes), stats.remembered > 0 ? labels : undefined),
  ]}</dl>`;
}

/**
 * A score as text.
 *
 * @param value The score.
 * @param score How it is written.
 * @returns Percent where it is a share.
 */
export function writeScore(value: number, { isShare }: MainScore): string {
  return isShare ? writePercent(value) : writeNumber(value);
}

function number(name: string, value: string, note?: string): Fragment {
  return html`
    <div>
      <dt>${name}</dt>
      <dd>${value}${note === undefined ? "" : html`<small>${note}</small>`}</dd>
    </div>
  `;
}
