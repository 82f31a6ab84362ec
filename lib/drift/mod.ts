/**
 * L1: detectors of drift, each a triple of pure functions that watches a stream of numbers for a change.
 *
 * @module
 */
export type { DriftDetector, DriftStatus } from "./drift_detector.ts";
export { type AnyDriftDetector, createDriftDetector } from "./create_drift_detector.ts";
export { adwin, type AdwinOptions, type AdwinState } from "./adwin.ts";
export type { Histogram, HistogramRow } from "./exponential_histogram.ts";
export { pageHinkley, type PageHinkleyOptions, type PageHinkleyState } from "./page_hinkley.ts";
export { ddm, type DdmOptions, type DdmState } from "./ddm.ts";
export { kswin, type KswinOptions, type KswinState } from "./kswin.ts";
