import { line } from "../deps/d3_shape.ts";
import type { Plot } from "./lay_out.ts";
import type { CurvePoint, CurveSeries } from "./learning_curve_options.ts";
import { element } from "./svg.ts";
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

/**
 * Whether a point is no gap.
 *
 * @param point A point.
 * @returns Whether both of its coordinates are finite.
 */
export function isDrawn(point: CurvePoint): boolean {
  return Number.isFinite(point.x) && Number.isFinite(point.y);
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

function drawCurve(plot: Plot, { points, color, last, dashed }: Curve): string {
  const path = line<CurvePoint>().defined(isDrawn).digits(2).x(({ x }) => plot.x(x)).y(({ y }) => plot.y(y));
  const dot = { class: "name", cx: plot.x(last.x), cy: plot.y(last.y), r: 4 };
  return element(
    "g",
    { class: color },
    element("path", { class: "curve", d: path([...points]) ?? "" }),
    dashed ? "" : element("circle", dot),
  );
}
