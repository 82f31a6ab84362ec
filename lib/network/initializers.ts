import { nextNormal, nextRandom } from "../random/mod.ts";

/** The name of a way to choose the first weights and biases. */
export type InitializerName = "scaledGaussian" | "xavier" | "he" | "zeros";

/** How the first weights and biases of a layer are drawn: from a seed, [value, next seed] each. */
export interface Initializer {
  /** One weight of a layer with this many inputs and units. */
  readonly weight: (seed: number, inputs: number, units: number) => [value: number, next: number];
  /** One bias. */
  readonly bias: (seed: number) => [value: number, next: number];
}

const zero = (seed: number): [number, number] => [0, seed];

/**
 * The initializers by name.
 *
 * - `scaledGaussian`: weights N(0, 1 / inputs), biases N(0, 1) (Nielsen, "Neural networks and deep learning", chapter 3).
 * - `xavier`: weights uniform between -r and r with r = sqrt(6 / (inputs + units)), biases 0 (Glorot and Bengio, 2010).
 * - `he`: weights N(0, 2 / inputs), biases 0 (He and others, 2015).
 * - `zeros`: all 0: right for linear and logistic models, and wrong for a layer behind which another one stands.
 *
 * @example Usage
 * ```ts
 * import { initializers } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(Object.keys(initializers), ["scaledGaussian", "xavier", "he", "zeros"]);
 * ```
 */
export const initializers: Readonly<Record<InitializerName, Initializer>> = {
  scaledGaussian: { weight: (seed, inputs) => scaled(nextNormal(seed), Math.sqrt(1 / inputs)), bias: nextNormal },
  xavier: {
    weight: (seed, inputs, units) => {
      const [value, next] = nextRandom(seed);
      return [(2 * value - 1) * Math.sqrt(6 / (inputs + units)), next];
    },
    bias: zero,
  },
  he: { weight: (seed, inputs) => scaled(nextNormal(seed), Math.sqrt(2 / inputs)), bias: zero },
  zeros: { weight: zero, bias: zero },
};

function scaled([value, next]: [number, number], factor: number): [number, number] {
  return [value * factor, next];
}
