import { immutable, referenceKernel } from "../kernel/mod.ts";
import { fromBlocks } from "./from_blocks.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode sgd}. */
export interface SgdOptions {
  /** eta: a number above 0, or a schedule. */
  readonly learningRate: LearningRate;
}

/**
 * Stochastic gradient descent: the update of each parameter is -eta g (Robbins and Monro, 1951).
 *
 * @param options The learning rate.
 * @returns The optimizer.
 * @throws {RangeError} If the learning rate is not above 0.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(4)] };
 * const optimizer = sgd({ learningRate: 0.5 });
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-1, -2]);
 * ```
 */
export function sgd({ learningRate }: SgdOptions): Optimizer<StepState> {
  requireLearningRate("sgd", learningRate);
  return fromBlocks({
    spec: { name: "sgd", learningRate },
    numbers: (step) => [-learningRateAt(learningRate, step)],
    init: () => ({ step: 0 }),
    step({ step }, gradient) {
      const update = new Float32Array(gradient.length);
      referenceKernel.scale(-learningRateAt(learningRate, step), gradient, update);
      return [immutable(update), { step: step + 1 }];
    },
  });
}
