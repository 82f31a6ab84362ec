import { parameterBlock, parameterViews } from "../network/mod.ts";
import { adam, type AdamOptions, type AdamState } from "./adam.ts";
import { decayWeights } from "./decay_weights.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer } from "./optimizer.ts";
import { from0, requireNumber } from "./require_number.ts";

/** Options of {@linkcode adamw}. */
export interface AdamwOptions extends AdamOptions {
  /**
   * lambda, the strength of the weight decay.
   *
   * @default {0.01}
   */
  readonly weightDecay?: number;
}

/**
 * AdamW: the update of `adam`, and for each weight -eta lambda w besides: the decay goes around Adam's scaling instead of
 * through it (Loshchilov and Hutter, "Decoupled weight decay regularization", 2017). Biases do not decay.
 *
 * @param options Those of Adam, and lambda.
 * @returns The optimizer.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { adamw } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(adamw({ weightDecay: 0.1 }).spec?.name, "adamw");
 * ```
 */
export function adamw({ weightDecay = 0.01, ...options }: AdamwOptions = {}): Optimizer<AdamState> {
  requireNumber(weightDecay, from0("adamw", "weightDecay"));
  const { learningRate = 0.001 } = options;
  const inner = adam(options);
  const program = inner.program!;
  const [{ memories, numbers }] = program.stages;
  const factorAt = (step: number) => Math.fround(-learningRateAt(learningRate, step) * weightDecay);
  return {
    spec: { ...inner.spec, name: "adamw", weightDecay },
    program: {
      ...program,
      stages: [{ name: "adamw", memories, numbers: (step) => [...numbers(step), factorAt(step)] }],
    },
    init: inner.init,
    update(state, gradients, network) {
      const [updates, next] = inner.update(state, gradients, network);
      const factor = factorAt(state.step);
      const block = decayWeights(parameterBlock(network, updates), network, (weight) => factor * weight);
      return [parameterViews(network.layers, block), next];
    },
  };
}
