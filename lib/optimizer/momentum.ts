import { immutable, type Vector } from "../kernel/mod.ts";
import { flushed } from "./flushed.ts";
import { fromBlocks } from "./from_blocks.ts";
import { learningRateAt } from "./learning_rate_at.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { requireLearningRate } from "./require_learning_rate.ts";
import { below1, requireNumber } from "./require_number.ts";
import type { LearningRate } from "./schedule.ts";

/** Options of {@linkcode momentum} and {@linkcode nesterov}. */
export interface MomentumOptions {
  /** eta: a number above 0, or a schedule. */
  readonly learningRate: LearningRate;
  /**
   * mu, the share of the velocity that is kept.
   *
   * @default {0.9}
   */
  readonly momentum?: number;
}

/** The state of {@linkcode momentum} and {@linkcode nesterov}. */
export interface MomentumState extends StepState {
  /** v, laid out like `network.parameters`. */
  readonly velocity: Vector;
}

const round = Math.fround;

/**
 * Momentum: v' = mu v + g, and the update is -eta v' (Polyak, 1964, in the form of Sutskever and others, 2013, with the
 * learning rate outside the velocity).
 *
 * @param options The learning rate and mu.
 * @returns The optimizer.
 * @throws {RangeError} If the learning rate is not above 0, or mu is not from 0 up to, not including, 1.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, momentum } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(4)] };
 * const optimizer = momentum({ learningRate: 1, momentum: 0.5 });
 * const [, state] = optimizer.update(optimizer.init(network), gradients, network);
 * const [updates] = optimizer.update(state, gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-3, -6]);
 * ```
 */
export function momentum(options: MomentumOptions): Optimizer<MomentumState> {
  return withVelocity("momentum", options, (_g, velocity) => velocity);
}

/**
 * Nesterov's accelerated gradient: v' = mu v + g, and the update is -eta (g + mu v') (Nesterov, 1983, in the form of
 * Sutskever and others, 2013).
 *
 * @param options The learning rate and mu.
 * @returns The optimizer.
 * @throws {RangeError} If the learning rate is not above 0, or mu is not from 0 up to, not including, 1.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, nesterov } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(4)] };
 * const optimizer = nesterov({ learningRate: 1, momentum: 0.5 });
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-3, -6]);
 * ```
 */
export function nesterov(options: MomentumOptions): Optimizer<MomentumState> {
  return withVelocity("nesterov", options, (g, velocity, mu) => round(g + round(mu * velocity)));
}

type Direction = (gradient: number, velocity: number, mu: number) => number;

function withVelocity(
  name: "momentum" | "nesterov",
  options: MomentumOptions,
  direction: Direction,
): Optimizer<MomentumState> {
  const { learningRate, momentum = 0.9 } = options;
  requireLearningRate(name, learningRate);
  requireNumber(momentum, below1(name, "momentum"));
  const mu = round(momentum);
  return fromBlocks({
    spec: { name, learningRate, momentum },
    memories: ["velocity"],
    numbers: (step) => [-learningRateAt(learningRate, step), mu],
    init: (network) => ({ step: 0, velocity: immutable(new Float32Array(network.parameters.length)) }),
    step(state, gradient) {
      const rate = round(-learningRateAt(learningRate, state.step));
      const velocity = new Float32Array(gradient.length);
      const update = new Float32Array(gradient.length);
      for (let i = 0; i < update.length; i++) {
        velocity[i] = flushed(round(round(mu * state.velocity[i]) + gradient[i]));
        update[i] = round(rate * direction(gradient[i], velocity[i], mu));
      }
      return [immutable(update), { step: state.step + 1, velocity: immutable(velocity) }];
    },
  });
}
