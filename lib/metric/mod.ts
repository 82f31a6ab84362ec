/**
 * L1: scores, each a triple of pure functions.
 *
 * @module
 */
export { classOf } from "./class_of.ts";
export { mean, type MeanState } from "./mean.ts";
export type { Metric } from "./metric.ts";
export { rollingMean, type RollingMeanState } from "./rolling_mean.ts";
