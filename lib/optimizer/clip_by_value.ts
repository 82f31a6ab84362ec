import { immutable } from "../kernel/mod.ts";
import { fromBlocks } from "./from_blocks.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { above0, requireNumber } from "./require_number.ts";

/** Options of {@linkcode clipByValue}. */
export interface ClipByValueOptions {
  /** The largest number that is left as it is: a number above 0. */
  readonly maxValue: number;
}

/**
 * Gradient clipping by value, to stand before an optimizer in a `chain`: each g is held between -maxValue and maxValue
 * (Mikolov, "Statistical language models based on neural networks", 2012).
 *
 * Unlike `clipByNorm` it turns the direction of the step, and what one parameter gets does not depend on the others.
 *
 * @param options The largest value.
 * @returns The link of a chain.
 * @throws {RangeError} If the largest value is not above 0.
 *
 * @example Usage
 * ```ts
 * import { clipByValue, createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(6)], biases: [Float32Array.of(-0.5)] };
 * const clip = clipByValue({ maxValue: 5 });
 * const [clipped] = clip.update(clip.init(network), gradients, network);
 * assertEquals([...clipped.weights[0], ...clipped.biases[0]], [5, -0.5]);
 * ```
 */
export function clipByValue({ maxValue }: ClipByValueOptions): Optimizer<StepState> {
  requireNumber(maxValue, above0("clipByValue", "maxValue"));
  const most = Math.fround(maxValue);
  return fromBlocks({
    spec: { name: "clipByValue", maxValue },
    init: () => ({ step: 0 }),
    step({ step }, gradient) {
      const clipped = Float32Array.from(gradient, (g) => Math.max(-most, Math.min(most, g)));
      return [immutable(clipped), { step: step + 1 }];
    },
  });
}
