import { activations } from "../activation/mod.ts";
import { costs, type OutputLayer } from "../cost/mod.ts";
import { type Features, vectorize } from "../feature/mod.ts";
import { immutable, referenceKernel, type Vector } from "../kernel/mod.ts";
import { forward, type ForwardPass } from "./forward.ts";
import type { Layer, Network } from "./network.ts";
import type { Gradients } from "./parameter_views.ts";

/** What backpropagation finds for one sample. */
export interface Backprop {
  /** C_x, the cost of this sample. */
  readonly cost: number;
  /** a^L, the output before anything is learned. Shape: (units). */
  readonly output: Vector;
  /** The forward pass that it started with. */
  readonly pass: ForwardPass;
  /** delta^l = dC/dz^l of each layer behind the input. Shapes: (units). */
  readonly deltas: readonly Vector[];
  /** dC/dw^l and dC/db^l of each layer behind the input. */
  readonly gradients: Gradients;
}

/**
 * The Hadamard product, element by element: (s o t)_j = s_j t_j.
 *
 * @param s A vector.
 * @param t A vector of the same length.
 * @returns s o t.
 * @throws {RangeError} If the lengths differ.
 *
 * @example Usage
 * ```ts
 * import { hadamard } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...hadamard(Float32Array.of(1, 2), Float32Array.of(3, 4))], [3, 8]);
 * ```
 */
export function hadamard(s: Vector, t: Vector): Vector {
  if (s.length !== t.length) {
    throw new RangeError(
      `Cannot multiply vectors as their lengths differ: current value is ${s.length} and ${t.length}`,
    );
  }
  return made(s.length, (out) => referenceKernel.hadamard(s, t, out));
}

/**
 * BP1, the error of the output layer: delta^L = grad_a C o sigma'(z^L).
 *
 * For the quadratic cost that is (a^L - y) o sigma'(z^L); for the cross-entropy over sigmoid or softmax it simplifies
 * to a^L - y.
 *
 * @param network The network.
 * @param pass Its forward pass.
 * @param target y, what the network should answer. Shape: (units).
 * @returns delta^L. Shape: (units).
 * @throws {SampleError} If the target has the wrong length or holds a number that is not finite.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, forward, outputDelta } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 1, layers: [{ units: 1, initializer: "zeros" }] });
 * assertEquals([...outputDelta(network, forward(network, [1]), [0])], [0.5 * 0.25]);
 * ```
 */
export function outputDelta(network: Network, pass: ForwardPass, target: ArrayLike<number>): Vector {
  const last = network.layers.length - 1;
  const y = vectorize(target, network.layers[last].units, "target");
  const pullBack = (gradient: ArrayLike<number>) => timesSigmaPrime(rounded(gradient), network, pass, last);
  return rounded(costs[network.cost].outputDelta(outputLayer(network, pass), y, pullBack));
}

/**
 * BP2, the error of a layer from the error of the layer behind it: delta^l = ((w^{l+1})^T delta^{l+1}) o sigma'(z^l).
 *
 * @param network The network.
 * @param pass Its forward pass.
 * @param l The place of the layer in `network.layers`; not the last one, whose error BP1 gives.
 * @param nextDelta delta^{l+1}, the error of `network.layers[l + 1]`.
 * @returns delta^l. Shape: (units).
 * @throws {RangeError} If there is no layer behind l, or its error has another length.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, forward, hiddenDelta } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const layer = { units: 1, initializer: "zeros" } as const;
 * const network = createNetwork({ inputs: 1, layers: [layer, layer] });
 * assertEquals([...hiddenDelta(network, forward(network, [1]), 0, Float32Array.of(1))], [0]);
 * ```
 */
export function hiddenDelta(network: Network, pass: ForwardPass, l: number, nextDelta: Vector): Vector {
  const { weights, inputs } = layerBehind(network, l, nextDelta);
  const error = made(inputs, (out) => referenceKernel.transposedProduct(weights, nextDelta, out));
  return timesSigmaPrime(error, network, pass, l);
}

/**
 * BP3, the gradient of the biases: dC/db^l = delta^l.
 *
 * @param delta delta^l. Shape: (units).
 * @returns dC/db^l. Shape: (units).
 *
 * @example Usage
 * ```ts
 * import { biasGradient } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...biasGradient(Float32Array.of(1, 2))], [1, 2]);
 * ```
 */
export function biasGradient(delta: Vector): Vector {
  return delta;
}

/**
 * BP4, the gradient of the weights: dC/dw^l_jk = a^{l-1}_k delta^l_j, the outer product delta^l (a^{l-1})^T.
 *
 * @param delta delta^l. Shape: (units).
 * @param activations a^{l-1}. Shape: (inputs).
 * @returns dC/dw^l, row-major. Shape: (units, inputs).
 *
 * @example Usage
 * ```ts
 * import { weightGradient } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...weightGradient(Float32Array.of(1, 2), Float32Array.of(3, 4))], [3, 4, 6, 8]);
 * ```
 */
export function weightGradient(delta: Vector, activations: Vector): Vector {
  return made(delta.length * activations.length, (out) => referenceKernel.outerProduct(delta, activations, out));
}

/**
 * Backpropagation: the cost of one sample and its gradient by every weight and bias.
 *
 * A forward pass; the error of the output (BP1); the error of each layer before it, from the last to the first (BP2);
 * the gradients from the errors (BP3, BP4). Nielsen, "Neural networks and deep learning", chapter 2; Rumelhart, Hinton
 * and Williams, "Learning representations by back-propagating errors", 1986.
 *
 * @param network The network.
 * @param input x. Shape: (inputs).
 * @param target y. Shape: (units of the last layer).
 * @returns The cost, the output, the forward pass, the errors and the gradients.
 * @throws {SampleError} If input or target has the wrong length or holds a number that is not finite.
 *
 * @example Usage
 * ```ts
 * import { backprop, createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1, initializer: "zeros" }] });
 * const { cost, deltas, gradients } = backprop(network, [1, 2], [0]);
 * assertEquals(cost, 0.125); // 1/2 (0 - 0.5)^2
 * assertEquals([...deltas[0]], [0.125]); // 0.5 * 0.25
 * assertEquals([...gradients.biases[0]], [0.125]);
 * assertEquals([...gradients.weights[0]], [0.125, 0.25]);
 * ```
 */
export function backprop(network: Network, input: Features, target: ArrayLike<number>): Backprop {
  const last = network.layers.length - 1;
  const y = vectorize(target, network.layers[last].units, "target");
  const pass = forward(network, input);

  const deltas: Vector[] = [];
  deltas[last] = outputDelta(network, pass, y);
  for (let l = last - 1; l >= 0; l--) deltas[l] = hiddenDelta(network, pass, l, deltas[l + 1]);

  const biases = deltas.map((delta) => biasGradient(delta));
  const weights = deltas.map((delta, l) => weightGradient(delta, pass.activations[l]));
  const cost = costs[network.cost].cost(outputLayer(network, pass), y);
  return { cost, output: pass.activations[last + 1], pass, deltas, gradients: { weights, biases } };
}

/** g o sigma'(z^l); for the softmax, whose neurons depend on one another, the product with its Jacobian. */
function timesSigmaPrime(gradient: Vector, network: Network, pass: ForwardPass, l: number): Vector {
  const activation = activations[network.layers[l].activation];
  const z = pass.weightedInputs[l];
  if (!activation.elementwise) return rounded(activation.pullBack(z, gradient));
  return hadamard(gradient, immutable(Float32Array.from(z, activation.derivative)));
}

function outputLayer(network: Network, { weightedInputs, activations }: ForwardPass): OutputLayer {
  const last = network.layers.length - 1;
  const { activation } = network.layers[last];
  return { activation, weightedInputs: weightedInputs[last], activations: activations[last + 1] };
}

/** The layer behind l, if `nextDelta` can be its error. */
function layerBehind({ layers }: Network, l: number, nextDelta: Vector): Layer {
  if (!Number.isInteger(l) || l < 0 || l > layers.length - 2) {
    throw new RangeError(
      `Cannot propagate delta as l must be a whole number from 0 to ${layers.length - 2}: current value is ${l}`,
    );
  }
  const layer = layers[l + 1];
  if (nextDelta.length === layer.units) return layer;
  throw new RangeError(
    `Cannot propagate delta as nextDelta must hold ${layer.units} numbers: current value is of length ` +
      nextDelta.length,
  );
}

/** Float64 results rounded to float32 once. */
function rounded(values: ArrayLike<number>): Vector {
  return values instanceof Float32Array ? values : immutable(Float32Array.from(values));
}

/** A new vector, filled before anyone else sees it. */
function made(length: number, fill: (out: Float32Array) => void): Vector {
  const out = new Float32Array(length);
  fill(out);
  return immutable(out);
}
