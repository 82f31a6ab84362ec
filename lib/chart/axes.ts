import { fitText } from "./fit_text.ts";
import type { LearningCurveOptions } from "./learning_curve_options.ts";
import type { Plot } from "./lay_out.ts";
import { element, escapeXml } from "./svg.ts";
import { LABEL_SIZE, MARGIN } from "./theme.ts";
import { tickFormat } from "./tick_format.ts";

/** Where the vertical axis' label stands, from the top. */
const Y_LABEL_BASELINE = 64;

/**
 * The grid, the ticks and what the axes measure. The vertical axis' label lies flat above its ticks, to be read
 * without turning the head.
 *
 * @param plot Where the axes go.
 * @param options The labels and the format of values.
 * @returns SVG text.
 */
export function axes(plot: Plot, { xLabel, yLabel, yFormat }: LearningCurveOptions): string {
  const formatX = tickFormat(plot.x, plot.xTicks);
  const formatY = tickFormat(plot.y, plot.yTicks, yFormat);
  return [
    ...plot.y.ticks(plot.yTicks).map((value) => row(plot, plot.y(value), formatY(value))),
    horizontal("axis", plot, plot.bottom),
    ...plot.x.ticks(plot.xTicks).map((value) => column(plot, plot.x(value), formatX(value))),
    axisLabel(yLabel, { x: MARGIN, y: Y_LABEL_BASELINE }, plot.right - MARGIN),
    axisLabel(xLabel, { x: plot.right, y: plot.bottom + 44, "text-anchor": "end" }, plot.right - MARGIN),
  ].join("");
}

/**
 * The axes of a plot without data: there is nothing that ticks could measure.
 *
 * @param plot Where the axes go.
 * @param options The labels.
 * @returns SVG text.
 */
export function emptyAxes(plot: Plot, options: LearningCurveOptions): string {
  const note = { class: "muted", x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  return axes({ ...plot, xTicks: 0, yTicks: 0 }, options) +
    element("text", { ...note, "text-anchor": "middle" }, "no data");
}

function row(plot: Plot, y: number, text: string): string {
  const place = { class: "muted label", x: plot.left - 10, y: y + 4, "text-anchor": "end" };
  return horizontal("grid", plot, y) + element("text", place, escapeXml(text));
}

function column(plot: Plot, x: number, text: string): string {
  const place = { class: "muted label", x, y: plot.bottom + 22, "text-anchor": "middle" };
  return element("path", { class: "axis", d: `M${x.toFixed(2)},${plot.bottom}v6` }) +
    element("text", place, escapeXml(text));
}

function horizontal(className: string, { left, right }: Plot, y: number): string {
  return element("line", { class: className, x1: left, x2: right, y1: y, y2: y });
}

function axisLabel(text: string, place: Record<string, string | number>, width: number): string {
  return element("text", { class: "muted label", ...place }, escapeXml(fitText(text, LABEL_SIZE, width)));
}
