import { type ScaleLinear, scaleLinear } from "../deps/d3_scale.ts";
import { type Curve, isDrawn } from "./curves.ts";
import { textWidth } from "./fit_text.ts";
import type { LearningCurveOptions } from "./learning_curve_options.ts";
import { type LineEnd, lineEnds, lineEndsWidth } from "./line_ends.ts";
import { MARK_ROW, markRows } from "./mark_lines.ts";
import { LABEL_SIZE, MARGIN } from "./theme.ts";
import { tickFormat } from "./tick_format.ts";

/** From values to places, in pixels. */
export type Scale = ScaleLinear<number, number>;

/** The rectangle that curves are drawn in, in pixels, and how values are placed in it. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** About how many ticks the horizontal axis has room for. */
  xTicks: number;
  /** About how many ticks the vertical axis has room for. */
  yTicks: number;
}

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
  const left = Math.ceil(MARGIN + widest(y.ticks(yTicks).map(tickFormat(y, yTicks, options.yFormat))) + 10);
  const ends = lineEnds(drawn, y, { format: options.yFormat, room: options.width * 0.42 });
  const right = Math.floor(options.width - MARGIN - lineEndsWidth(ends));
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

/**
 * The range of some values, drawn down to zero where that is near.
 *
 * @param values Finite numbers.
 * @param reach Zero is taken in where the lowest value is at most this share of the highest.
 * @returns The range; [0, 1] where there are no values or all are zero, and from or to zero where all are one value.
 */
export function domain(values: Iterable<number>, reach: number): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high || Math.max(-low, high) < SMALLEST) return [0, 1];
  if (!isWide([low, high])) return low > 0 ? [0, high] : [low, 0];
  return low > 0 && low <= reach * high ? [0, high] : [low, high];
}

/** What is smaller is taken to be zero: ticks could not be told apart. */
const SMALLEST = 1e-100;

/**
 * Whether a range is wide enough to tell numbers in it apart.
 *
 * @param range The range.
 * @returns Whether it is more than a rounding error of its ends.
 */
export function isWide([low, high]: readonly [low: number, high: number]): boolean {
  return high - low > Math.max(SMALLEST, 1e-12 * Math.max(Math.abs(low), Math.abs(high)));
}
