import { activate } from "../activation/mod.ts";
import { costs } from "../cost/mod.ts";
import { type Features, vectorize } from "../feature/mod.ts";
import type { Network } from "./network.ts";

/** How the numerical gradient is taken. */
export interface NumericalGradientOptions {
  /**
   * h, the step by which each parameter is changed up and down.
   *
   * @default {1e-5}
   */
  readonly step?: number;
}

/** Gradients in float64, shaped like those of `backprop`. */
export interface NumericalGradient {
  /** dC/dw^l for each layer. Shapes: (units, inputs). */
  readonly weights: readonly Float64Array[];
  /** dC/db^l for each layer. Shapes: (units). */
  readonly biases: readonly Float64Array[];
}

/**
 * The gradient of the cost by central differences in float64, the judge of `backprop`:
 * dC/dp = (C(p + h) - C(p - h)) / 2h for each parameter p. It takes two forward passes a parameter.
 *
 * @param network The network.
 * @param input x. Shape: (inputs).
 * @param target y. Shape: (units of the last layer).
 * @param options The step h.
 * @returns The gradient by every weight and bias.
 * @throws {SampleError} If input or target has the wrong length or holds a number that is not finite.
 * @throws {RangeError} If the step is not a finite number above 0.
 *
 * @example Usage
 * ```ts
 * import { backprop, createNetwork, numericalGradient } from "@backstream/backstream";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 3 }, { units: 1 }], seed: 1 });
 * const exact = backprop(network, [1, 2], [0]).gradients.weights[0][0];
 * assertAlmostEquals(numericalGradient(network, [1, 2], [0]).weights[0][0], exact, 1e-6);
 * ```
 */
export function numericalGradient(
  network: Network,
  input: Features,
  target: ArrayLike<number>,
  options: NumericalGradientOptions = {},
): NumericalGradient {
  const { step = 1e-5 } = options;
  if (!Number.isFinite(step) || step <= 0) {
    throw new RangeError(`Cannot differentiate as step must be a finite number above 0: current value is ${step}`);
  }
  const x = Float64Array.from(vectorize(input, network.inputs, "input"));
  const y = Float64Array.from(vectorize(target, network.layers[network.layers.length - 1].units, "target"));
  const layers = network.layers.map((layer) => ({
    ...layer,
    weights: Float64Array.from(layer.weights),
    biases: Float64Array.from(layer.biases),
  }));
  const differences = (parameters: Float64Array) =>
    parameters.map((p, i) => {
      parameters[i] = p + step;
      const above = costOf(network, layers, x, y);
      parameters[i] = p - step;
      const below = costOf(network, layers, x, y);
      parameters[i] = p;
      return (above - below) / (2 * step);
    });
  return {
    weights: layers.map((layer) => differences(layer.weights)),
    biases: layers.map((layer) => differences(layer.biases)),
  };
}

interface Layer64 {
  readonly inputs: number;
  readonly activation: Network["layers"][number]["activation"];
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** C_x in float64. */
function costOf(network: Network, layers: readonly Layer64[], x: Float64Array, y: Float64Array): number {
  let weightedInputs = x;
  let activations = x;
  for (const { inputs, activation, weights, biases } of layers) {
    const a = activations;
    weightedInputs = biases.map((b, j) => a.reduce((sum, ak, k) => sum + weights[j * inputs + k] * ak, b));
    activations = activate(activation, weightedInputs);
  }
  const { activation } = layers[layers.length - 1];
  return costs[network.cost].cost({ activation, weightedInputs, activations }, y);
}
