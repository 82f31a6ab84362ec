import { immutable, type Vector } from "../kernel/mod.ts";
import { flushed } from "./flushed.ts";
import { fromBlocks } from "./from_blocks.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import { above0, below1, requireNumber } from "./require_number.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode rmsprop}. */
export interface RmspropOptions {
  /**
   * eta: a number above 0, or a schedule.
   *
   * @default {0.001}
   */
  readonly learningRate?: LearningRate;
  /**
   * rho, the share of the mean square that is kept.
   *
   * @default {0.9}
   */
  readonly decay?: number;
  /**
   * epsilon, what keeps the divisor from 0.
   *
   * @default {1e-8}
   */
  readonly epsilon?: number;
}

/** The state of {@linkcode rmsprop}. */
export interface RmspropState extends StepState {
  /** s, the fading mean of the squared gradients, laid out like `network.parameters`. */
  readonly meanSquare: Vector;
}

const round = Math.fround;

/**
 * RMSProp: s' = rho s + (1 - rho) g^2, and the update is -eta g / (sqrt(s') + epsilon) (Tieleman and Hinton, 2012).
 *
 * @param options The learning rate, rho and epsilon.
 * @returns The optimizer.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, rmsprop } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(0)] };
 * const optimizer = rmsprop({ learningRate: 0.1, decay: 0.75 });
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertAlmostEquals(updates.weights[0][0], -0.2, 1e-6); // -0.1 * 2 / sqrt(0.25 * 4)
 * ```
 */
export function rmsprop(options: RmspropOptions = {}): Optimizer<RmspropState> {
  const { learningRate = 0.001, decay = 0.9, epsilon = 1e-8 } = options;
  requireLearningRate("rmsprop", learningRate);
  requireNumber(decay, below1("rmsprop", "decay"));
  requireNumber(epsilon, above0("rmsprop", "epsilon"));
  const rho = round(decay);
  const rest = round(1 - decay);
  const eps = round(epsilon);
  return fromBlocks({
    spec: { name: "rmsprop", learningRate, decay, epsilon },
    memories: ["meanSquare"],
    numbers: (step) => [-learningRateAt(learningRate, step), rho, rest, 0, 0, eps],
    init: (network) => ({ step: 0, meanSquare: immutable(new Float32Array(network.parameters.length)) }),
    step(state, gradient) {
      const rate = round(-learningRateAt(learningRate, state.step));
      const meanSquare = new Float32Array(gradient.length);
      const update = new Float32Array(gradient.length);
      for (let i = 0; i < update.length; i++) {
        const square = round(gradient[i] * gradient[i]);
        meanSquare[i] = flushed(round(round(rho * state.meanSquare[i]) + round(rest * square)));
        update[i] = round(round(rate * gradient[i]) / round(round(Math.sqrt(meanSquare[i])) + eps));
      }
      return [immutable(update), { step: state.step + 1, meanSquare: immutable(meanSquare) }];
    },
  });
}
