import { immutable, integerPower, type Vector } from "../kernel/mod.ts";
import { flushed } from "./flushed.ts";
import { fromBlocks } from "./from_blocks.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import { above0, below1, requireNumber } from "./require_number.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode adam}. */
export interface AdamOptions {
  /**
   * eta: a number above 0, or a schedule.
   *
   * @default {0.001}
   */
  readonly learningRate?: LearningRate;
  /**
   * beta1, the share of the mean that is kept.
   *
   * @default {0.9}
   */
  readonly beta1?: number;
  /**
   * beta2, the share of the mean square that is kept.
   *
   * @default {0.999}
   */
  readonly beta2?: number;
  /**
   * epsilon, what keeps the divisor from 0.
   *
   * @default {1e-8}
   */
  readonly epsilon?: number;
}

/** The state of {@linkcode adam} and `adamw`. */
export interface AdamState extends StepState {
  /** m, the fading mean of the gradients, laid out like `network.parameters`. */
  readonly mean: Vector;
  /** v, the fading mean of the squared gradients, laid out like `network.parameters`. */
  readonly meanSquare: Vector;
}

const round = Math.fround;

/**
 * Adam: m' = beta1 m + (1 - beta1) g and v' = beta2 v + (1 - beta2) g^2; with the bias of the first steps corrected,
 * m^ = m' / (1 - beta1^t) and v^ = v' / (1 - beta2^t), the update is -eta m^ / (sqrt(v^) + epsilon)
 * (Kingma and Ba, 2014, algorithm 1).
 *
 * @param options The learning rate, the betas and epsilon.
 * @returns The optimizer.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { adam, createNetwork } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(-4)] };
 * const optimizer = adam({ learningRate: 0.5 });
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertAlmostEquals(updates.weights[0][0], -0.5, 1e-6);
 * assertAlmostEquals(updates.biases[0][0], 0.5, 1e-6);
 * ```
 */
export function adam(options: AdamOptions = {}): Optimizer<AdamState> {
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  requireLearningRate("adam", learningRate);
  requireNumber(beta1, below1("adam", "beta1"));
  requireNumber(beta2, below1("adam", "beta2"));
  requireNumber(epsilon, above0("adam", "epsilon"));
  const [keep1, take1, keep2, take2] = [beta1, 1 - beta1, beta2, 1 - beta2].map(round);
  const eps = round(epsilon);
  // What brings the means of t steps to their size, as they have started at 0.
  const corrections = (t: number) => [beta1, beta2].map((beta) => round(1 / (1 - integerPower(beta, t))));
  return fromBlocks({
    spec: { name: "adam", learningRate, beta1, beta2, epsilon },
    memories: ["mean", "meanSquare"],
    numbers: (step) => [-learningRateAt(learningRate, step), keep1, take1, keep2, take2, eps, ...corrections(step + 1)],
    init: (network) => {
      const zeros = () => immutable(new Float32Array(network.parameters.length));
      return { step: 0, mean: zeros(), meanSquare: zeros() };
    },
    step(state, gradient) {
      const t = state.step + 1;
      const rate = round(-learningRateAt(learningRate, state.step));
      const [correction1, correction2] = corrections(t);
      const mean = new Float32Array(gradient.length);
      const meanSquare = new Float32Array(gradient.length);
      const update = new Float32Array(gradient.length);
      for (let i = 0; i < update.length; i++) {
        const square = round(gradient[i] * gradient[i]);
        mean[i] = flushed(round(round(keep1 * state.mean[i]) + round(take1 * gradient[i])));
        meanSquare[i] = flushed(round(round(keep2 * state.meanSquare[i]) + round(take2 * square)));
        const divisor = round(round(Math.sqrt(round(meanSquare[i] * correction2))) + eps);
        update[i] = round(round(rate * round(mean[i] * correction1)) / divisor);
      }
      return [immutable(update), { step: t, mean: immutable(mean), meanSquare: immutable(meanSquare) }];
    },
  });
}
