import type { ScaleLinear } from "../deps/d3_scale.ts";

/** From values to places, in pixels. */
export type Scale = ScaleLinear<number, number>;

/** The rectangle that curves are drawn in, in pixels, and how values are placed in it. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** About how many ticks the horizontal axis has room for. */
  xTicks: number;
  /** About how many ticks the vertical axis has room for. */
  yTicks: number;
}
