import { adagrad } from "./adagrad.ts";
import { adam } from "./adam.ts";
import { adamw } from "./adamw.ts";
import { chain } from "./chain.ts";
import { clipByNorm } from "./clip_by_norm.ts";
import { clipByValue } from "./clip_by_value.ts";
import { importanceAware } from "./importance_aware.ts";
import { momentum, nesterov } from "./momentum.ts";
import { normalizedAdaptive } from "./normalized_adaptive.ts";
import type { Optimizer, OptimizerSpec } from "./optimizer.ts";
import { rmsprop } from "./rmsprop.ts";
import { scaleBiases } from "./scale_biases.ts";
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
  normalizedAdaptive,
  weightDecay,
  l1,
  clipByNorm,
  clipByValue,
  scaleBiases,
  importanceAware: ({ optimizer }: { optimizer: OptimizerSpec }) => importanceAware(createOptimizer(optimizer)),
  chain: ({ links }: { links: readonly OptimizerSpec[] }) => chain(...requireLinks(links).map(createOptimizer)),
};

/**
 * The optimizer that a spec names: what a snapshot or a configuration file holds, made into functions again.
 *
 * @param spec The name and the options.
 * @returns The optimizer.
 * @throws {RangeError} If the name is unknown or an option is out of range.
 * @throws {TypeError} If the spec is not an object, or the links of a chain are not a list.
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
  if (typeof spec !== "object" || spec === null) {
    throw new TypeError(`Cannot create optimizer as spec must be an object with a name: current value is ${spec}`);
  }
  const { name, ...options } = spec;
  if (typeof name !== "string" || !Object.hasOwn(MAKERS, name)) {
    const names = Object.keys(MAKERS).join(", ");
    throw new RangeError(
      `Cannot create optimizer as name must be one of ${names}: current value is ${JSON.stringify(name)}`,
    );
  }
  return MAKERS[name](options);
}

function requireLinks(links: unknown): readonly OptimizerSpec[] {
  if (Array.isArray(links)) return links;
  throw new TypeError(
    `Cannot create chain as links must be a list of specs: current value is ${JSON.stringify(links)}`,
  );
}
