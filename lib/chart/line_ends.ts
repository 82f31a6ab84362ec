import type { Curve } from "./curves.ts";
import { fitText, textWidth } from "./fit_text.ts";
import type { Plot, Scale } from "./lay_out.ts";
import { spread } from "./spread.ts";
import { element, escapeXml } from "./svg.ts";
import { TEXT_SIZE } from "./theme.ts";
import { tickFormat, type ValueFormat } from "./tick_format.ts";

/** From the plot to the labels, in pixels: room for a line that leads to a label that had to move. */
const LEAD = 22;

/** From one label to the next, in pixels. */
const LINE_HEIGHT = 19;

/** From a value to the name after it, in pixels. */
const SPACE = 8;

/** About as many as there are pixels: values that can be seen apart are written apart. */
const STEPS = 500;

/** What a line is labeled with at its end. */
export interface LineEnd {
  curve: Curve;
  value: string;
  name: string;
}

/**
 * The labels at the line ends: the last value, and the name as far as there is room for it.
 *
 * @param drawn The curves.
 * @param y The vertical scale.
 * @param options How values are written, and the most room that labels may take, in pixels.
 * @returns One label a curve.
 */
export function lineEnds(
  drawn: readonly Curve[],
  y: Scale,
  { format, room }: { format: ValueFormat | undefined; room: number },
): LineEnd[] {
  const write = tickFormat(y, STEPS, format);
  return drawn.map((curve) => {
    const value = write(curve.last.y);
    return { curve, value, name: fitText(curve.name, TEXT_SIZE, room - LEAD - SPACE - textWidth(value, TEXT_SIZE)) };
  });
}

/**
 * How much room labels take.
 *
 * @param ends The labels.
 * @returns The width of the widest, in pixels.
 */
export function lineEndsWidth(ends: readonly LineEnd[]): number {
  return Math.max(0, ...ends.map(({ value, name }) => LEAD + SPACE + textWidth(value + name, TEXT_SIZE)));
}

/**
 * Draws the labels beside the plot, moved apart where lines end close to each other.
 *
 * @param plot Where the lines end.
 * @param ends The labels.
 * @returns SVG text.
 */
export function drawLineEnds(plot: Plot, ends: readonly LineEnd[]): string {
  const { top, bottom, right } = plot;
  const wishes = ends.map(({ curve }) => Math.min(Math.max(plot.y(curve.last.y), top), bottom));
  const places = spread(wishes, LINE_HEIGHT, [top, bottom]);
  return ends.map((end, index) => {
    const d = `M${plot.x(end.curve.last.x).toFixed(2)},${wishes[index].toFixed(2)}H${right + 6}L${right + LEAD - 4},` +
      places[index].toFixed(2);
    return element(
      "g",
      { class: end.curve.color },
      element("path", { class: "lead", d }),
      label(end, { right, y: places[index] }),
    );
  }).join("");
}

function label({ curve, value, name }: LineEnd, { right, y }: { right: number; y: number }): string {
  const place = { class: "name", x: right + LEAD, y: y + 4.5 };
  const full = name === curve.name ? "" : element("title", {}, escapeXml(curve.name));
  const strong = element("tspan", { class: "strong" }, escapeXml(value));
  return element("text", place, full, strong, element("tspan", { dx: SPACE }, escapeXml(name)));
}
