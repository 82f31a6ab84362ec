import { decayWeights } from "./decay_weights.ts";
import { fromBlocks } from "./from_blocks.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { from0, requireNumber } from "./require_number.ts";

/** Options of {@linkcode weightDecay} and {@linkcode l1}. */
export interface DecayOptions {
  /** lambda, the strength: a number from 0 on. */
  readonly rate: number;
}

/**
 * L2 regularization, to stand before an optimizer in a `chain`: g' = g + lambda w for each weight, the gradient of
 * C + lambda/2 sum w^2. Biases are left alone.
 *
 * @param options lambda.
 * @returns The link of a chain.
 * @throws {RangeError} If lambda is below 0.
 *
 * @example Usage
 * ```ts
 * import { createLearner, chain, sgd, weightDecay } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const learner = createLearner({
 *   network: { inputs: 2, layers: [{ units: 1 }] },
 *   optimizer: chain(weightDecay({ rate: 0.01 }), sgd({ learningRate: 0.1 })),
 * });
 * assertEquals(learner.init().samples, 0);
 * ```
 */
export function weightDecay({ rate }: DecayOptions): Optimizer<StepState> {
  return decaying("weightDecay", rate, (weight) => Math.fround(rate) * weight);
}

/**
 * L1 regularization, to stand before an optimizer in a `chain`: g' = g + lambda sign(w) for each weight, the gradient
 * of C + lambda sum |w|. Biases are left alone.
 *
 * @param options lambda.
 * @returns The link of a chain.
 * @throws {RangeError} If lambda is below 0.
 *
 * @example Usage
 * ```ts
 * import { chain, l1, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const optimizer = chain(l1({ rate: 0.01 }), sgd({ learningRate: 0.1 }));
 * assertEquals(optimizer.spec?.name, "chain");
 * ```
 */
export function l1({ rate }: DecayOptions): Optimizer<StepState> {
  return decaying("l1", rate, (weight) => rate * Math.sign(weight));
}

function decaying(name: "weightDecay" | "l1", rate: number, decay: (weight: number) => number): Optimizer<StepState> {
  requireNumber(rate, from0(name, "rate"));
  return fromBlocks({
    spec: { name, rate },
    numbers: () => [rate],
    init: () => ({ step: 0 }),
    step: ({ step }, gradient, network) => [decayWeights(gradient, network, decay), { step: step + 1 }],
  });
}
