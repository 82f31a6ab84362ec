import { line } from "../deps/d3_shape.ts";
import { type Curve, isDrawn } from "./curves.ts";
import type { CurvePoint } from "./learning_curve_options.ts";
import type { Plot } from "./plot.ts";
import { element } from "./svg.ts";

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
