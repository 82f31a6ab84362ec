import { immutable, referenceKernel, type Vector } from "../kernel/mod.ts";
import type { Layer, Network } from "../network/mod.ts";
import { fromBlocks } from "./from_blocks.ts";
import type { Optimizer, StepState } from "./optimizer.ts";
import { above0, requireNumber } from "./require_number.ts";

/** Options of {@linkcode clipByNorm}. */
export interface ClipByNormOptions {
  /** The longest gradient that is left as it is: a number above 0. */
  readonly maxNorm: number;
}

/**
 * Gradient clipping by the global norm, to stand before an optimizer in a `chain`: where the Euclidean norm of all
 * gradients together is above `maxNorm`, g' = g maxNorm / |g| (Pascanu and others, 2012).
 *
 * @param options The largest norm.
 * @returns The link of a chain.
 * @throws {RangeError} If the largest norm is not above 0.
 *
 * @example Usage
 * ```ts
 * import { clipByNorm, createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1 }] });
 * const gradients = { weights: [Float32Array.of(6)], biases: [Float32Array.of(8)] };
 * const clip = clipByNorm({ maxNorm: 5 });
 * const [clipped] = clip.update(clip.init(network), gradients, network);
 * assertEquals([...clipped.weights[0], ...clipped.biases[0]], [3, 4]);
 * ```
 */
export function clipByNorm({ maxNorm }: ClipByNormOptions): Optimizer<StepState> {
  requireNumber(maxNorm, above0("clipByNorm", "maxNorm"));
  return fromBlocks({
    spec: { name: "clipByNorm", maxNorm },
    numbers: () => [maxNorm],
    init: () => ({ step: 0 }),
    step: ({ step }, gradient, network) => [clipped(gradient, network, maxNorm), { step: step + 1 }],
  });
}

function clipped(gradient: Vector, { layers }: Network, maxNorm: number): Vector {
  const norm = Math.sqrt(sumOfSquares(gradient, layers));
  if (norm <= maxNorm) return gradient;
  const out = new Float32Array(gradient.length);
  referenceKernel.scale(maxNorm / norm, gradient, out);
  return immutable(out);
}

/**
 * In float64, where the squares of float32 numbers cannot overflow. Each neuron's bias comes first, then its weights, and
 * the neurons' sums are added in their order: an order that a kernel can keep that works on several neurons at once.
 */
function sumOfSquares(gradient: Vector, layers: readonly Layer[]): number {
  let total = 0;
  let offset = 0;
  for (const { inputs, units } of layers) {
    const biases = offset + inputs * units;
    for (let j = 0; j < units; j++) {
      let sum = gradient[biases + j] * gradient[biases + j];
      const end = offset + (j + 1) * inputs;
      for (let i = offset + j * inputs; i < end; i++) sum += gradient[i] * gradient[i];
      total += sum;
    }
    offset = biases + units;
  }
  return total;
}
