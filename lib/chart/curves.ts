import { line } from "../deps/d3_shape.ts";
import type { Plot } from "./lay_out.ts";
import type { CurvePoint, CurveSeries } from "./learning_curve_options.ts";
import { element, escapeXml } from "./svg.ts";
import { PALETTE } from "./theme.ts";

/** A series that has something to draw. */
export interface Curve extends CurveSeries {
  /** The class that colors it. */
  color: string;
  /** Its first point that is not a gap. */
  first: CurvePoint;
  /** Its last point that is not a gap. */
  last: CurvePoint;
}

/**
 * The series that have at least one point, with their colors: a series keeps its color whichever others are empty.
 *
 * @param series All series.
 * @returns Those to draw, baselines first, so that they lie behind.
 */
export function curves(series: readonly CurveSeries[]): Curve[] {
  let solid = 0;
  const drawn = series.flatMap((one) => {
    const color = one.dashed ? "baseline" : `series-${solid++ % PALETTE.length}`;
    const first = one.points.find(isDrawn);
    const last = one.points.findLast(isDrawn);
    return first && last ? [{ ...one, color, first, last }] : [];
  });
  return [...drawn.filter((one) => one.dashed), ...drawn.filter((one) => !one.dashed)];
}

/** The largest coordinate that is drawn: far beyond, distances and their pixels would not be finite. */
const FAR = 1e100;

/**
 * Whether a point is no gap.
 *
 * @param point A point.
 * @returns Whether both of its coordinates are numbers from -1e100 to 1e100.
 */
export function isDrawn(point: CurvePoint): boolean {
  return Math.abs(point.x) <= FAR && Math.abs(point.y) <= FAR;
}

/** How far strokes may reach over the plot's edge, in pixels. */
const BLEED = 5;

/**
 * Draws the curves, cut off at the plot's edge, each with a dot at its end.
 *
 * @param plot Where the curves go.
 * @param drawn The curves, those behind first.
 * @returns SVG text.
 */
export function drawCurves(plot: Plot, drawn: readonly Curve[]): string {
  const [x, y] = [plot.left - BLEED, plot.top - BLEED];
  const [width, height] = [plot.right - plot.left + 2 * BLEED, plot.bottom - plot.top + 2 * BLEED];
  const viewBox = [x, y, width, height].map((value) => value.toFixed(2)).join(" ");
  // An inner svg element cuts off like a clipPath, without an id that would have to be unique on the reader's page.
  return element("svg", { x, y, width, height, viewBox }, ...drawn.map((curve) => drawCurve(plot, curve)));
}

function drawCurve(plot: Plot, { name, points, color, last, dashed }: Curve): string {
  const path = line<CurvePoint>().defined(isDrawn).digits(2);
  const { x: cx, y: cy } = place(last, plot);
  const dot = { class: "name", cx, cy, r: 4 };
  return element(
    "g",
    { class: color },
    element("title", {}, escapeXml(name)),
    element("path", { class: "curve", d: path.x(({ x }) => x).y(({ y }) => y)(thin(points, plot)) ?? "" }),
    dashed ? "" : element("circle", dot),
  );
}

/**
 * The points in pixels, of those that follow one another within a column of pixels only the first, the lowest, the
 * highest and the last: the drawing stays the same, however many there are. Gaps stay gaps. After Jugel and others,
 * "M4: A Visualization-Oriented Time Series Data Aggregation", 2014.
 */
function thin(points: readonly CurvePoint[], plot: Plot): CurvePoint[] {
  const kept: CurvePoint[] = [];
  let run: CurvePoint[] = [];
  for (const point of points) {
    const next = isDrawn(point) ? place(point, plot) : { x: NaN, y: NaN };
    if (run.length > 0 && column(next) !== column(run[0])) {
      kept.push(...extremes(run));
      run = [];
    }
    run.push(next);
  }
  return [...kept, ...extremes(run)];
}

/** Where a point is, in pixels, or so far beyond the plot that the line still has its slope there. */
function place({ x, y }: CurvePoint, plot: Plot): CurvePoint {
  return { x: plot.x(x), y: Math.max(-1e6, Math.min(plot.y(y), 1e6)) };
}

/** NaN for a gap, which equals no column. */
function column({ x }: CurvePoint): number {
  return Math.floor(x);
}

/** The first, the lowest, the highest and the last of some points, in their order. */
function extremes(run: readonly CurvePoint[]): CurvePoint[] {
  if (run.length <= 4) return [...run];
  let [low, high] = [0, 0];
  for (let i = 1; i < run.length; i++) {
    if (run[i].y < run[low].y) low = i;
    if (run[i].y > run[high].y) high = i;
  }
  const places = new Set([0, Math.min(low, high), Math.max(low, high), run.length - 1]);
  return [...places].map((i) => run[i]);
}
