import { immutable, type Vector } from "../kernel/mod.ts";
import { fromBlocks } from "./from_blocks.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import { above0, requireNumber } from "./require_number.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode adagrad}. */
export interface AdagradOptions {
  /**
   * eta: a number above 0, or a schedule.
   *
   * @default {0.01}
   */
  readonly learningRate?: LearningRate;
  /**
   * epsilon, what keeps the divisor from 0.
   *
   * @default {1e-10}
   */
  readonly epsilon?: number;
}

/** The state of {@linkcode adagrad}. */
export interface AdagradState extends StepState {
  /** s, the sum of the squared gradients, laid out like `network.parameters`. */
  readonly sum: Vector;
}

const round = Math.fround;

/**
 * Adagrad: s' = s + g^2, and the update is -eta g / (sqrt(s') + epsilon) (Duchi, Hazan and Singer, 2011).
 *
 * @param options The learning rate and epsilon.
 * @returns The optimizer.
 * @throws {RangeError} If an option is not above 0.
 *
 * @example Usage
 * ```ts
 * import { adagrad, createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(-4)] };
 * const optimizer = adagrad({ learningRate: 0.5 });
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-0.5, 0.5]);
 * ```
 */
export function adagrad(options: AdagradOptions = {}): Optimizer<AdagradState> {
  const { learningRate = 0.01, epsilon = 1e-10 } = options;
  requireLearningRate("adagrad", learningRate);
  requireNumber(epsilon, above0("adagrad", "epsilon"));
  const eps = round(epsilon);
  return fromBlocks({
    spec: { name: "adagrad", learningRate, epsilon },
    memories: ["sum"],
    numbers: (step) => [-learningRateAt(learningRate, step), 0, 0, 0, 0, eps],
    init: (network) => ({ step: 0, sum: immutable(new Float32Array(network.parameters.length)) }),
    step(state, gradient) {
      const rate = round(-learningRateAt(learningRate, state.step));
      const sum = new Float32Array(gradient.length);
      const update = new Float32Array(gradient.length);
      for (let i = 0; i < update.length; i++) {
        sum[i] = round(state.sum[i] + round(gradient[i] * gradient[i]));
        update[i] = round(round(rate * gradient[i]) / round(round(Math.sqrt(sum[i])) + eps));
      }
      return [immutable(update), { step: state.step + 1, sum: immutable(sum) }];
    },
  });
}
