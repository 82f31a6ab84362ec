/**
 * L0: arithmetic on float32 arrays in one documented order of summation, and elementary functions that give the same
 * bits on every engine. The only folder whose functions write into an array they are given.
 *
 * @module
 */
export { copyVector } from "./copy_vector.ts";
export { cosPi } from "./cos_pi.ts";
export { erf } from "./erf.ts";
export { exp } from "./exp.ts";
export { expm1 } from "./expm1.ts";
export { hasImmutable, immutable } from "./immutable.ts";
export { integerPower } from "./integer_power.ts";
export type { Kernel } from "./kernel.ts";
export type { KernelStage, KernelStageName } from "./kernel_stage.ts";
export { kernelBytes, type KernelInUse, kernelInUse, loadKernel, simdModule } from "./load_kernel.ts";
export { log } from "./log.ts";
export { log1p } from "./log1p.ts";
export { logistic } from "./logistic.ts";
export { logisticSlope } from "./logistic_slope.ts";
export { readRecord } from "./read_record.ts";
export { referenceKernel } from "./reference_kernel.ts";
export {
  type Captured,
  createSimdKernel,
  type KeptResults,
  type KernelSample,
  type SimdKernel,
} from "./simd_kernel.ts";
export type { SparseVector } from "./sparse_vector.ts";
export { tanh } from "./tanh.ts";
export type { Vector } from "./vector.ts";
