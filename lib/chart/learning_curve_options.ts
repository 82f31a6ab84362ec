import type { ValueFormat } from "./tick_format.ts";

/** One measurement. A point with a coordinate that is not finite, or beyond 1e100, is a gap in the line. */
export interface CurvePoint {
  /** How far learning had come: samples, updates, seconds. */
  x: number;
  /** What was measured there: accuracy, cost. */
  y: number;
}

/** One line of a {@linkcode learningCurve}. */
export interface CurveSeries {
  /** What the line is called at its end. */
  name: string;
  /** The measurements, in the order that the line joins them. */
  points: readonly CurvePoint[];
  /**
   * Whether the line is a baseline: dashed, gray, and behind the others.
   *
   * @default {false}
   */
  dashed?: boolean;
}

/** A moment to point out in a {@linkcode learningCurve}: the end of an epoch, a drift. */
export interface CurveMark {
  /** Where it is. */
  x: number;
  /** What happened there. */
  label: string;
}

/** What a {@linkcode learningCurve} shows. */
export interface LearningCurveOptions {
  /** The lines; their colors follow this order. */
  series: readonly CurveSeries[];
  /** The heading. */
  title: string;
  /** What the horizontal axis counts. */
  xLabel: string;
  /** What the vertical axis measures. */
  yLabel: string;
  /**
   * How values are written: as they are, or as percent of 1.
   *
   * @default {"number"}
   */
  yFormat?: ValueFormat;
  /** The lowest and highest value shown. By default the data's, rounded outward, with zero where it is near. */
  yDomain?: readonly [low: number, high: number];
  /**
   * The width, in pixels; 320 or more.
   *
   * @default {760}
   */
  width?: number;
  /**
   * The height, in pixels; 240 or more.
   *
   * @default {440}
   */
  height?: number;
  /** Moments to point out with an upright line. */
  marks?: readonly CurveMark[];
}
