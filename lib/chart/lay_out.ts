import { scaleLinear } from "../deps/d3_scale.ts";
import { type Curve, isDrawn } from "./curves.ts";
import { domain } from "./domain.ts";
import { textWidth } from "./fit_text.ts";
import type { LearningCurveOptions } from "./learning_curve_options.ts";
import { type LineEnd, lineEnds, lineEndsWidth } from "./line_ends.ts";
import { MARK_ROW, markRows } from "./mark_lines.ts";
import type { Plot, Scale } from "./plot.ts";
import { LABEL_SIZE, MARGIN } from "./theme.ts";
import { tickFormat } from "./tick_format.ts";

/** From the top to the plot: the heading and the vertical axis' label. */
const HEAD = 88;

/** From the plot to the bottom: ticks and the horizontal axis' label. */
const FOOT = 64;

/**
 * Where everything goes: texts are given the space they need, and the plot the rest.
 *
 * @param options What the chart shows, and its size in pixels.
 * @param drawn The curves in it.
 * @returns The plot, and the labels beside it.
 */
export function layOut(
  options: LearningCurveOptions & { width: number; height: number },
  drawn: readonly Curve[],
): { plot: Plot; ends: LineEnd[] } {
  const bottom = options.height - FOOT;
  const yTicks = Math.max(2, Math.round((bottom - HEAD) / 56));
  const y = valueScale(options, drawn, yTicks);
  const left = MARGIN + widest(y.ticks(yTicks).map(tickFormat(y, yTicks, options.yFormat))) + 10;
  const ends = lineEnds(drawn, y, { format: options.yFormat, room: options.width * 0.42 });
  const right = options.width - MARGIN - lineEndsWidth(ends);
  const x = progressScale(drawn).range([left, right]);
  const xTicks = Math.max(1, Math.floor((right - left) / (widest(x.domain().map(tickFormat(x, 5))) + 36)));
  const top = HEAD + MARK_ROW * markRows(options.marks ?? [], x).length;
  return { plot: { left, right, top, bottom, x, y: y.range([bottom, top]), xTicks, yTicks }, ends };
}

function valueScale({ yDomain }: LearningCurveOptions, drawn: readonly Curve[], ticks: number): Scale {
  if (yDomain) return scaleLinear().domain(yDomain);
  const values = drawn.flatMap(({ points }) => points.filter(isDrawn).map(({ y }) => y));
  return scaleLinear().domain(domain(values, 0.5)).nice(ticks);
}

/** Not rounded outward: lines reach from edge to edge. */
function progressScale(drawn: readonly Curve[]): Scale {
  const values = drawn.flatMap(({ points }) => points.filter(isDrawn).map(({ x }) => x));
  return scaleLinear().domain(domain(values, 0.1));
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, LABEL_SIZE)));
}
