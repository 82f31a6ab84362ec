/**
 * L1: what a sample is, and how it becomes the vectors a network works on.
 *
 * @module
 */
export { encodeTarget, readTarget, type TargetOptions } from "./encode_target.ts";
export { type MakeArray } from "./make_array.ts";
export { requireAllFinite } from "./read_dense.ts";
export { readFeatures } from "./read_features.ts";
export type { FeatureRecord, Features, FieldValue, Sample, SparseFeatures, Target } from "./sample.ts";
export { SampleError, type SampleProblem } from "./sample_error.ts";
export { vectorize } from "./vectorize.ts";
