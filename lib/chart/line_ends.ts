import type { Curve } from "./curves.ts";
import { fitText, textWidth } from "./fit_text.ts";
import type { Plot, Scale } from "./lay_out.ts";
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
 * Draws the labels beside the plot, moved apart where lines end close to each other. Where there is no room for all, the
 * last say how many there are.
 *
 * @param plot Where the lines end.
 * @param ends The labels.
 * @returns SVG text.
 */
export function drawLineEnds(plot: Plot, ends: readonly LineEnd[]): string {
  const { top, bottom, right } = plot;
  const rows = Math.floor((bottom - top) / LINE_HEIGHT) + 1;
  const shown = ends.length <= rows ? ends : ends.slice(0, rows - 1);
  const wishes = shown.map(({ curve }) => Math.min(Math.max(plot.y(curve.last.y), top), bottom));
  const places = spread(wishes, LINE_HEIGHT, [top, shown.length < ends.length ? bottom - LINE_HEIGHT : bottom]);
  const labels = shown.map((end, index) => {
    const d = `M${plot.x(end.curve.last.x).toFixed(2)},${wishes[index].toFixed(2)}H${right + 6}L${right + LEAD - 4},` +
      places[index].toFixed(2);
    const lead = element("path", { class: "lead", d });
    return element("g", { class: end.curve.color }, lead, label(end, { right, y: places[index] }));
  });
  return labels.join("") + more(ends.length - shown.length, { right, y: bottom });
}

function label({ curve, value, name }: LineEnd, { right, y }: { right: number; y: number }): string {
  const place = { class: "name", x: right + LEAD, y: y + 4.5 };
  const full = name === curve.name ? "" : element("title", {}, escapeXml(curve.name));
  const strong = element("tspan", { class: "strong" }, escapeXml(value));
  return element("text", place, full, strong, element("tspan", { dx: SPACE }, escapeXml(name)));
}

function more(count: number, { right, y }: { right: number; y: number }): string {
  return count === 0 ? "" : element("text", { class: "muted", x: right + LEAD, y: y + 4.5 }, `+${count}`);
}

/**
 * Positions moved apart by `gap` at least and within bounds, which must have room for them, with the least sum of
 * squared moves. With x_k the k-th smallest position, x_k - k gap must not fall, which is isotonic regression: pool
 * neighbors that fall and give each pool its mean.
 */
function spread(positions: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => positions[a] - positions[b]);
  const wishes = order.map((index, rank) => positions[index] - rank * gap);
  const places = new Array<number>(positions.length);
  pool(wishes).forEach((wish, rank) => {
    const first = Math.max(low, Math.min(wish, high - gap * (positions.length - 1)));
    places[order[rank]] = first + rank * gap;
  });
  return places;
}

/** The closest values that never fall. */
function pool(values: readonly number[]): number[] {
  const pools: { mean: number; size: number }[] = [];
  for (const value of values) {
    let last = { mean: value, size: 1 };
    while (pools.length > 0 && pools[pools.length - 1].mean > last.mean) {
      const before = pools.pop()!;
      const size = before.size + last.size;
      last = { mean: (before.mean * before.size + last.mean * last.size) / size, size };
    }
    pools.push(last);
  }
  return pools.flatMap(({ mean, size }) => new Array<number>(size).fill(mean));
}
