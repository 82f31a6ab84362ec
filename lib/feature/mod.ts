/**
 * L1: what a sample is, and how it becomes the vectors a network works on.
 *
 * @module
 */
export { DenseSamples, type SampleColumns } from "./dense_samples.ts";
export { encodeTarget, readTarget, type TargetOptions } from "./encode_target.ts";
export { type MakeArray } from "./make_array.ts";
export { requireAllFinite } from "./read_dense.ts";
export { readFeatures } from "./read_features.ts";
export type { FeatureRecord, Features, FieldValue, Sample, SparseFeatures, Target } from "./sample.ts";
export { SampleError, type SampleProblem } from "./sample_error.ts";
export { vectorize } from "./vectorize.ts";
export type { Vector64 } from "./vector64.ts";
export type {
  AnyField,
  BooleanField,
  CategoricalField,
  FeatureSchema,
  Field,
  FieldType,
  Impute,
  NumericField,
  ScaledField,
  TextField,
  TimePart,
  TimestampField,
  VectorField,
} from "./field.ts";
export { createFeatureEncoder } from "./create_feature_encoder.ts";
export type { FeatureEncoder, FeatureEncoderState } from "./feature_encoder.ts";
export type { FeatureEncoderOptions } from "./encoder_options.ts";
export type { ColumnDescription } from "./describe_columns.ts";
export type { BlockKind, Layout } from "./layout.ts";
export { encoderBytes } from "./encoder_bytes.ts";
export { inferSchema, type InferSchemaOptions } from "./infer_schema.ts";
export { hashFeatures, type HashFeaturesOptions } from "./hash_features.ts";
export { murmurHash3 } from "./murmur_hash3.ts";
export type { Scaler, ScalerState } from "./scaler.ts";
export type { ScalerName } from "./scaled_columns.ts";
export { standardScaler } from "./standard_scaler.ts";
export { minMaxScaler } from "./min_max_scaler.ts";
export { robustScaler } from "./robust_scaler.ts";
export { targetScaler } from "./target_scaler.ts";
