/**
 * Backstream: a neural network that never stops learning.
 *
 * The core, in the order of the flow: a sample becomes vectors, the network predicts, the cost scores, backpropagation
 * finds the gradients, the optimizer turns them into updates, and the learner composes all of it into one reducer whose
 * state is plain data. No dependencies, no effects on import.
 *
 * @example Learn from a stream of samples, one at a time
 * ```ts
 * import { createLearner, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 1, layers: [{ units: 1, activation: "identity" }] },
 *   optimizer: sgd({ learningRate: 0.1 }),
 * });
 * let state = learner.init();
 * for (let i = 0; i < 500; i++) {
 *   const x = i % 5;
 *   state = learner.learnOne(state, { features: [x], target: 3 * x + 1 }).state;
 * }
 * assertEquals(Math.round(learner.predictOne(state, [10])[0]), 31);
 * ```
 *
 * @module
 */
export {
  immutable,
  type Kernel,
  kernelBytes,
  type KernelInUse,
  kernelInUse,
  type KernelStage,
  type KernelStageName,
  loadKernel,
  referenceKernel,
  type Vector,
} from "./lib/kernel/mod.ts";
export * from "./lib/random/mod.ts";
export * from "./lib/plain/mod.ts";
export {
  type AnyField,
  type BlockKind,
  type BooleanField,
  type CategoricalField,
  type ColumnDescription,
  createFeatureEncoder,
  DenseSamples,
  encoderBytes,
  encodeTarget,
  type FeatureEncoder,
  type FeatureEncoderOptions,
  type FeatureEncoderState,
  type FeatureRecord,
  type Features,
  type FeatureSchema,
  type Field,
  type FieldType,
  type FieldValue,
  hashFeatures,
  type HashFeaturesOptions,
  type Impute,
  inferSchema,
  type InferSchemaOptions,
  type Layout,
  minMaxScaler,
  murmurHash3,
  type NumericField,
  robustScaler,
  type Sample,
  type SampleColumns,
  SampleError,
  type SampleProblem,
  type ScaledField,
  type Scaler,
  type ScalerName,
  type ScalerState,
  type SparseFeatures,
  standardScaler,
  type Target,
  type TargetOptions,
  targetScaler,
  type TextField,
  type TimePart,
  type TimestampField,
  type Vector64,
  type VectorField,
  vectorize,
} from "./lib/feature/mod.ts";
export * from "./lib/activation/mod.ts";
export * from "./lib/cost/mod.ts";
export * from "./lib/metric/mod.ts";
export * from "./lib/drift/mod.ts";
export * from "./lib/replay/mod.ts";
export * from "./lib/network/mod.ts";
export * from "./lib/optimizer/mod.ts";
export {
  type AllScores,
  type AnomalyLearnerOptions,
  type AnomalyState,
  type BackgroundLearnerOptions,
  type BackgroundState,
  type BaselineScores,
  type ChampionOptions,
  type ChampionState,
  createAnomalyLearner,
  createBackgroundLearner,
  createChampion,
  createLearner,
  createTableLearner,
  type DelayOptions,
  forecast,
  iterProgressiveValScore,
  type IterProgressiveValScoreOptions,
  type Learned,
  type LearnedMany,
  type Learner,
  type LearnerCost,
  type LearnerDescription,
  type LearnerOptions,
  type LearnerState,
  makeLearner,
  measureLearner,
  type ProgressiveValScore,
  progressiveValScore,
  type ProgressiveValScoreOptions,
  type Promotion,
  type Scores,
  type TableLearnerOptions,
  type TableState,
  type TableTask,
  type Task,
} from "./lib/learner/mod.ts";
export { type DecodedLearner, decodeLearner, encodeLearner, SnapshotError } from "./lib/format/mod.ts";
export * from "./lib/store/mod.ts";
