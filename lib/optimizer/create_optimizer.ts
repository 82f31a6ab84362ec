import { adagrad } from "./adagrad.ts";
import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { chain } from "./chain.ts";
import { clipByNorm } from "./clip_by_norm.ts";
import { momentum, nesterov } from "./momentum.ts";
import type { Optimizer, OptimizerSpec } from "./optimizer.ts";
import { rmsprop } from "./rmsprop.ts";
import { sgd } from "./sgd.ts";
import { l1, weightDecay } from "./weight_decay.ts";

// deno-lint-ignore no-explicit-any
const MAKERS: Readonly<Record<string, (options: any) => Optimizer<any>>> = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  rmsprop,
  adam,
  adamw,
  weightDecay,
  l1,
  clipByNorm,
  chain: ({ links }: { links: readonly OptimizerSpec[] }) => chain(...links.map(createOptimizer)),
};

/**
 * The optimizer that a spec names: what a snapshot or a configuration file holds, made into functions again.
 *
 * @param spec The name and the options.
 * @returns The optimizer.
 * @throws {RangeError} If the name is unknown or an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { createOptimizer, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const { spec } = sgd({ learningRate: 0.1 });
 * assertEquals(createOptimizer({ name: "sgd", learningRate: 0.1 }).spec, spec);
 * ```
 */
export function createOptimizer(spec: OptimizerSpec): Optimizer {
  const { name, ...options } = spec;
  if (!Object.hasOwn(MAKERS, name)) {
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(`Cannot create optimizer as name must be one of ${names}: current value is "${name}"`);
  }
  return MAKERS[name](options);
}
