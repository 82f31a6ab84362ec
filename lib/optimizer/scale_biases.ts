import { immutable } from "../kernel/mod.ts";
import { fromBlocks } from "./from_blocks.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { from0, requireNumber } from "./require_number.ts";

/** Options of {@linkcode scaleBiases}. */
export interface ScaleBiasesOptions {
  /** What the gradients of biases are multiplied by: a number from 0 on. */
  readonly factor: number;
}

/**
 * Gives biases a learning rate of their own, to stand before an optimizer such as `sgd` in a `chain`: for each bias
 * g' = factor g. Behind an optimizer that divides by the size of the gradients, such as `adam`, it does the same to the
 * updates. With the factor 0 biases stay as they are.
 *
 * @param options The factor.
 * @returns The link of a chain.
 * @throws {RangeError} If the factor is below 0.
 *
 * @example Usage
 * ```ts
 * import { chain, createNetwork, scaleBiases, sgd } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(2)], biases: [Float32Array.of(4)] };
 * const optimizer = chain(scaleBiases({ factor: 2 }), sgd({ learningRate: 0.5 }));
 * const [updates] = optimizer.update(optimizer.init(network), gradients, network);
 * assertEquals([...updates.weights[0], ...updates.biases[0]], [-1, -4]);
 * ```
 */
export function scaleBiases({ factor }: ScaleBiasesOptions): Optimizer<StepState> {
  requireNumber(factor, from0("scaleBiases", "factor"));
  const by = Math.fround(factor);
  return fromBlocks({
    spec: { name: "scaleBiases", factor },
    init: () => ({ step: 0 }),
    step({ step }, gradient, { layers }) {
      const out = Float32Array.from(gradient);
      let offset = 0;
      for (const { weights, biases } of layers) {
        const end = offset + weights.length + biases.length;
        for (let i = offset + weights.length; i < end; i++) out[i] *= by;
        offset = end;
      }
      return [immutable(out), { step: step + 1 }];
    },
  });
}
