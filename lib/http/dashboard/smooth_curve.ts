import type { CurvePoint } from "../hosted/model_stats.ts";

/** Each point stands for the mean of at least so many samples, where there are as many before it. */
const SAMPLES = 50;
/** And for this share of the curve. */
const SHARE = 1 / 24;

/**
 * A learning curve as it is drawn: each point becomes the mean of the points before it, as a point of few samples says little,
 * and 0 or 1 at most of a single prediction.
 *
 * y_i = (s_(i-w+1) + ... + s_i) / w, with w points for 50 samples or for a 24th of the curve, whichever is more. The first
 * points have as many as there are.
 *
 * @param points The points, evenly spaced in samples.
 * @param read What is drawn of a point.
 * @returns The points to draw. Those with fewer than half of their window before them are left out, but for the last.
 */
export function smoothCurve(
  points: readonly CurvePoint[],
  read: (point: CurvePoint) => number,
): { x: number; y: number }[] {
  if (points.length === 0) return [];
  const window = Math.max(1, Math.ceil(SAMPLES / points[0].samples), Math.round(points.length * SHARE));
  const drawn: { x: number; y: number }[] = [];
  for (let i = 0; i < points.length; i++) {
    const size = Math.min(window, i + 1);
    if (size < window / 2 && i < points.length - 1) continue;
    let sum = 0;
    for (let k = i + 1 - size; k <= i; k++) sum += read(points[k]);
    drawn.push({ x: points[i].samples, y: sum / size });
  }
  return drawn;
}
