/**
 * L3: optimizers as pairs of pure functions, links to chain them with, learning-rate schedules, and the step itself.
 *
 * @module
 */
export { adagrad, type AdagradOptions, type AdagradState } from "./adagrad.ts";
export { adam, type AdamOptions, type AdamState } from "./adam.ts";
export { adamw, type AdamwOptions } from "./adamw.ts";
export { applyUpdates } from "./apply_updates.ts";
export { chain } from "./chain.ts";
export { clipByNorm, type ClipByNormOptions } from "./clip_by_norm.ts";
export { clipByValue, type ClipByValueOptions } from "./clip_by_value.ts";
export { createOptimizer } from "./create_optimizer.ts";
export { growOptimizerState } from "./grow_optimizer_state.ts";
export { importanceAware } from "./importance_aware.ts";
export { learningRateAt } from "./learning_rate_at.ts";
export { momentum, type MomentumOptions, type MomentumState, nesterov } from "./momentum.ts";
export {
  normalizedAdaptive,
  type NormalizedAdaptiveOptions,
  type NormalizedAdaptiveState,
} from "./normalized_adaptive.ts";
export type { KernelProgram, LearningStep, Optimizer, OptimizerSpec, SampleStep, StepState } from "./optimizer.ts";
export { rmsprop, type RmspropOptions, type RmspropState } from "./rmsprop.ts";
export { scaleBiases, type ScaleBiasesOptions } from "./scale_biases.ts";
export {
  constant,
  cosine,
  inverseRoot,
  inverseTime,
  type LearningRate,
  type Schedule,
  stepDecay,
  warmUp,
} from "./schedule.ts";
export { sgd, type SgdOptions } from "./sgd.ts";
export { type DecayOptions, l1, weightDecay } from "./weight_decay.ts";
