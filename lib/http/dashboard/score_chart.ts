import { learningCurve } from "../../chart/mod.ts";
import type { CurveMark, CurvePoint, ModelStats } from "../hosted/model_stats.ts";
import type { MainScore } from "./main_score.ts";
import { smoothCurve } from "./smooth_curve.ts";

/** How large the picture is. */
export interface ChartSize {
  /** The width, in pixels. */
  readonly width: number;
  /** The height, in pixels. */
  readonly height: number;
}

/**
 * The learning curve of a model with its baselines, and marks where its stream drifted or it was rolled back or replaced.
 *
 * @param stats What has happened to the model.
 * @param score What it is judged by.
 * @param size How large the picture is.
 * @returns SVG text.
 */
export function scoreChart({ curve, marks }: ModelStats, score: MainScore, size: ChartSize): string {
  const series = (name: string, read: (point: CurvePoint) => number) => ({ name, points: smoothCurve(curve, read) });
  return learningCurve({
    ...size,
    title: "Predicted, then learned",
    xLabel: "samples",
    yLabel: score.label.toLowerCase(),
    ...score.isShare ? { yFormat: "percent", yDomain: [0, 1] } : {},
    series: [
      series("model", (point) => point.score),
      { ...series("no change", (point) => point.noChange), dashed: true },
      { ...series("prior", (point) => point.prior), dashed: true },
    ],
    marks: marks.map((mark) => ({ x: mark.samples, label: labelOf(mark) })),
  });
}

function labelOf({ type, restored }: CurveMark): string {
  return type === "rollback" ? `back to ${restored}` : type;
}
