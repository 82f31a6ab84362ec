import type { CurvePoint, CurveSeries } from "./learning_curve_options.ts";
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
