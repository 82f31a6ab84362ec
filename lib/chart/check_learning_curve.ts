import type { LearningCurveOptions } from "./learning_curve_options.ts";

/** The smallest chart whose texts still have room, in pixels. */
const SMALLEST = { width: 320, height: 240 };

/**
 * Throws where the options of a learning curve cannot be drawn.
 *
 * @param options The options, sizes included.
 * @throws {RangeError} If a size is too small, or the domain does not rise, or a mark is not at a finite place.
 */
export function checkLearningCurve(options: LearningCurveOptions & { width: number; height: number }): void {
  checkSize(options, "width");
  checkSize(options, "height");
  const { yDomain, marks = [] } = options;
  if (yDomain && !(yDomain.every(Number.isFinite) && yDomain[0] < yDomain[1])) {
    throw new RangeError(
      `Cannot draw learning curve as yDomain must be two finite numbers that rise: current value is [${yDomain}]`,
    );
  }
  const lost = marks.find(({ x }) => !Number.isFinite(x));
  if (lost) {
    throw new RangeError(
      `Cannot draw learning curve as x of mark "${lost.label}" must be finite: current value is ${lost.x}`,
    );
  }
}

function checkSize(sizes: { width: number; height: number }, side: "width" | "height"): void {
  const size = sizes[side];
  if (size >= SMALLEST[side] && size < Infinity) return;
  throw new RangeError(
    `Cannot draw learning curve as ${side} must be ${SMALLEST[side]} or more: current value is ${size}`,
  );
}
