/** The optimizers that the SIMD kernel knows; the place of one is its number there. */
export const KERNEL_OPTIMIZERS = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"] as const;

/** Those that leave a weight as it is where the gradient is 0: with them no column misses a step. */
export const RESTING_OPTIMIZERS: readonly string[] = ["sgd", "adagrad"];

/** The name of a stage that the kernel can take. */
export type KernelStageName = typeof KERNEL_OPTIMIZERS[number] | "weightDecay" | "l1" | "clipByNorm";

/** One stage of the way from gradients to updates. */
export interface KernelStage {
  /** Which one it is. */
  readonly name: KernelStageName;
  /** The names of what it remembers for each parameter, in the kernel's order. */
  readonly memories: readonly string[];
  /** The numbers of a step, float32 and in the kernel's order: the negative learning rate first. */
  readonly numbers: (step: number) => readonly number[];
}
