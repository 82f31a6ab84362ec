import { axes, emptyAxes } from "./axes.ts";
import { curves, drawCurves } from "./curves.ts";
import { describeCurves } from "./describe_curves.ts";
import { frame } from "./frame.ts";
import { isWide, layOut } from "./lay_out.ts";
import type { LearningCurveOptions } from "./learning_curve_options.ts";
import { drawLineEnds } from "./line_ends.ts";
import { markLines } from "./mark_lines.ts";

/** The smallest chart whose texts still have room, in pixels. */
const SMALLEST = { width: 320, height: 240 };

/**
 * A learning curve as an SVG picture: lines with their names and last values at their ends, in the colors that the
 * reader's device prefers, light or dark. The same options give the same text.
 *
 * Points that are not finite are gaps; without any point the picture says "no data".
 *
 * @param options The lines, and what is written around them.
 * @returns SVG text: a file of its own, or a part of an HTML page.
 * @throws {RangeError} If a size is too small, the format unknown, the domain does not rise, or a mark is not at a finite
 * place.
 *
 * @example Usage
 * ```ts
 * import { learningCurve } from "@backstream/backstream/chart";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const svg = learningCurve({
 *   title: "Handwritten digits",
 *   xLabel: "samples",
 *   yLabel: "accuracy",
 *   yFormat: "percent",
 *   yDomain: [0, 1],
 *   series: [
 *     { name: "online", points: [{ x: 0, y: 0.1 }, { x: 30_000, y: 0.93 }, { x: 60_000, y: 0.957 }] },
 *     { name: "guessing", points: [{ x: 0, y: 0.1 }, { x: 60_000, y: 0.1 }], dashed: true },
 *   ],
 * });
 * assertStringIncludes(svg, "95.7%");
 * assertStringIncludes(svg, "60,000");
 * ```
 */
export function learningCurve(options: LearningCurveOptions): string {
  const sized = { ...options, width: options.width ?? 760, height: options.height ?? 440 };
  checkOptions(sized);
  const drawn = curves(options.series);
  const { plot, ends } = layOut(sized, drawn);
  const content = drawn.length === 0 ? [emptyAxes(plot, options)] : [
    axes(plot, options),
    markLines(plot, options.marks ?? []),
    drawCurves(plot, drawn),
    drawLineEnds(plot, ends),
  ];
  return frame({ ...sized, description: describeCurves(options, drawn, plot) }, ...content);
}

function checkOptions(options: LearningCurveOptions & { width: number; height: number }): void {
  const { yDomain, yFormat = "number", marks = [] } = options;
  for (const side of ["width", "height"] as const) {
    const size = options[side];
    check(size >= SMALLEST[side] && size < Infinity, `${side} must be finite and ${SMALLEST[side]} or more`, size);
  }
  check(yFormat === "number" || yFormat === "percent", 'yFormat must be "number" or "percent"', `"${yFormat}"`);
  const rises = !yDomain || yDomain.length === 2 && yDomain.every(Number.isFinite) && isWide(yDomain);
  check(rises, "yDomain must be two finite numbers that rise", `[${yDomain}]`);
  for (const { x, label } of marks) check(Number.isFinite(x), `x of mark "${label}" must be finite`, x);
}

function check(holds: boolean, rule: string, value: unknown): void {
  if (!holds) throw new RangeError(`Cannot draw learning curve as ${rule}: current value is ${value}`);
}
