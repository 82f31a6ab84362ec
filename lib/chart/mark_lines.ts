import { fitText, textWidth } from "./fit_text.ts";
import type { CurveMark } from "./learning_curve_options.ts";
import type { Plot, Scale } from "./lay_out.ts";
import { element, escapeXml } from "./svg.ts";
import { LABEL_SIZE } from "./theme.ts";

/** The height of a row of mark labels, in pixels. */
export const MARK_ROW = 18;

/** More rows would leave too little to the curves: further labels are shown on hovering only. */
const MOST_ROWS = 3;

interface Label {
  text: string;
  start: number;
  end: number;
}

/**
 * The labels of marks in rows, so that no two overlap.
 *
 * @param marks What happened and where.
 * @param x The horizontal scale; a mark out of its domain is left out.
 * @returns The rows, the one nearest to the plot first.
 */
export function markRows(marks: readonly CurveMark[], x: Scale): Label[][] {
  const rows: Label[][] = [];
  for (const mark of inDomain(marks, x).toSorted((a, b) => a.x - b.x)) {
    const label = place(mark, x);
    const free = rows.find((row) => row.at(-1)!.end <= label.start);
    if (free) free.push(label);
    else if (rows.length < MOST_ROWS) rows.push([label]);
  }
  return rows;
}

/**
 * Upright lines at the marks, with their labels above the plot.
 *
 * @param plot Where the lines go.
 * @param marks What happened and where.
 * @returns SVG text.
 */
export function markLines(plot: Plot, marks: readonly CurveMark[]): string {
  const lines = inDomain(marks, plot.x).map((mark) => {
    const d = `M${plot.x(mark.x).toFixed(2)},${plot.top}V${plot.bottom}`;
    const name = element("title", {}, escapeXml(mark.label));
    return element("path", { class: "axis", d, "stroke-dasharray": "2 4" }, name);
  });
  const labels = markRows(marks, plot.x).flatMap((row, index) =>
    row.map(({ text, start }) => {
      const y = plot.top - 8 - index * MARK_ROW;
      return element("text", { class: "muted label", x: start, y }, escapeXml(text));
    })
  );
  return [...lines, ...labels].join("");
}

function inDomain(marks: readonly CurveMark[], x: Scale): CurveMark[] {
  const [low, high] = x.domain();
  return marks.filter((mark) => mark.x >= low && mark.x <= high);
}

function place(mark: CurveMark, x: Scale): Label {
  const [left, right] = x.range();
  const text = fitText(mark.label, LABEL_SIZE, right - left);
  const width = textWidth(text, LABEL_SIZE) + 10;
  const start = Math.max(left, Math.min(x(mark.x) - width / 2, right - width));
  return { text, start, end: start + width };
}
