import type { Curve } from "./curves.ts";
import type { LearningCurveOptions } from "./learning_curve_options.ts";
import type { Plot } from "./lay_out.ts";
import { tickFormat } from "./tick_format.ts";

/**
 * A learning curve in words, for those who cannot see it.
 *
 * @param options What the chart shows.
 * @param drawn The curves in it.
 * @param plot How values are written.
 * @returns Sentences.
 */
export function describeCurves(options: LearningCurveOptions, drawn: readonly Curve[], plot: Plot): string {
  const writeX = tickFormat(plot.x, 500);
  const writeY = tickFormat(plot.y, 500, options.yFormat);
  const write = ({ x, y }: Curve["first"]) => `${writeY(y)} at ${writeX(x)}`;
  const lines = drawn.map(({ name, first, last }) => ` ${name}: from ${write(first)} to ${write(last)}.`);
  const marks = (options.marks ?? []).map(({ x, label }) => ` ${label} at ${writeX(x)}.`);
  const empty = drawn.length === 0 ? " There is no data yet." : "";
  return `Line chart of ${options.yLabel} against ${options.xLabel}.${empty}${lines.join("")}${marks.join("")}`;
}
