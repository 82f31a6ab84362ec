import type { ActivationName } from "../activation/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import { nextRandom } from "../random/mod.ts";
import { countParameters } from "./count_parameters.ts";
import { usualInitializer } from "./create_network.ts";
import { type Initializer, type InitializerName, initializers } from "./initializers.ts";
import type { Layer, Network } from "./network.ts";
import { parameterViews } from "./parameter_views.ts";

/** By how much a network grows. */
export interface GrowthOptions {
  /**
   * How many inputs come behind those that there are.
   *
   * @default {0}
   */
  readonly inputs?: number;
  /**
   * How many outputs come behind those that there are.
   *
   * @default {0}
   */
  readonly units?: number;
  /**
   * The seed of the new weights: a whole number from 0 to 2^32 - 1.
   *
   * @default {0}
   */
  readonly seed?: number;
  /** How the new weights are drawn: by default as `createNetwork` would for the activation of their layer. */
  readonly initializer?: InitializerName;
}

/**
 * The same network with more inputs, more outputs or both: new columns of the first layer's weights, new rows of the last
 * layer's. Every parameter that was there keeps its place and its bytes.
 *
 * What is new is drawn from the seed and the number of its column or row alone, for the size that the layer has once it is
 * there: so to grow by 2 gives the same network as to grow by 1 twice. If both grow at once, the inputs grow first. With
 * the initializer `zeros`, new inputs and independent new outputs leave the answers as they were; a new softmax unit has
 * the bias 0, and takes its share of the probability at once.
 *
 * A single sigmoid output, which tells two classes apart, does not grow: three classes need another output layer.
 *
 * @param network The network.
 * @param options How many inputs and outputs are new, and how their weights are drawn.
 * @returns A new network.
 * @throws {RangeError} If a number is out of range, the initializer is unknown, or the outputs are neither softmax nor
 * identity nor at least two sigmoid units.
 *
 * @example Usage
 * ```ts
 * import { createNetwork, growNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({ inputs: 2, layers: [{ units: 1, activation: "identity" }], seed: 1 });
 * const grown = growNetwork(network, { inputs: 1, initializer: "zeros" });
 * const [first, second] = network.layers[0].weights;
 * assertEquals([...grown.layers[0].weights], [first, second, 0]);
 * ```
 */
export function growNetwork(network: Network, options: GrowthOptions = {}): Network {
  const { inputs = 0, units = 0, seed = 0 } = options;
  const last = network.layers.length - 1;
  requireGrowth(network.layers[last], options);
  const initializerOf = (activation: ActivationName) =>
    initializers[options.initializer ?? usualInitializer(activation)];
  const layers = network.layers.map((layer, l) => {
    const initializer = initializerOf(layer.activation);
    const wide = l === 0 ? withColumns(layer, { count: inputs, seed, initializer }) : layer;
    return l === last ? withRows(wide, { count: units, seed, initializer }) : wide;
  });
  return joined(network, layers);
}

interface Drawn {
  readonly count: number;
  readonly seed: number;
  readonly initializer: Initializer;
}

function withColumns(layer: Layer, { count, seed, initializer }: Drawn): Layer {
  const { units } = layer;
  const inputs = layer.inputs + count;
  const weights = new Float32Array(units * inputs);
  for (let j = 0; j < units; j++) {
    for (let k = 0; k < layer.inputs; k++) weights[j * inputs + k] = layer.weights[j * layer.inputs + k];
  }
  for (let k = layer.inputs; k < inputs; k++) {
    let state = streamOf(seed, 2 * k);
    for (let j = 0; j < units; j++) [weights[j * inputs + k], state] = initializer.weight(state, k + 1, units);
  }
  return { ...layer, inputs, weights };
}

function withRows(layer: Layer, { count, seed, initializer }: Drawn): Layer {
  const { inputs, activation } = layer;
  const units = layer.units + count;
  const weights = Float32Array.from({ length: units * inputs }, (_, i) => layer.weights[i] ?? 0);
  const biases = Float32Array.from({ length: units }, (_, j) => layer.biases[j] ?? 0);
  for (let j = layer.units; j < units; j++) {
    let state = streamOf(seed, 2 * j + 1);
    for (let k = 0; k < inputs; k++) [weights[j * inputs + k], state] = initializer.weight(state, inputs, j + 1);
    if (activation !== "softmax") [biases[j]] = initializer.bias(state);
  }
  return { ...layer, units, weights, biases };
}

/** Where the numbers of one column or row begin: scrambled, so that neighbors have nothing in common. */
function streamOf(seed: number, index: number): number {
  const scrambled = (state: number) => nextRandom(state)[0] * 2 ** 32;
  return scrambled(scrambled(seed) + index);
}

function joined({ cost }: Network, grown: readonly Layer[]): Network {
  const block = new Float32Array(countParameters(grown));
  let offset = 0;
  for (const array of grown.flatMap(({ weights, biases }): Vector[] => [weights, biases])) {
    block.set(array.slice(), offset); // a copy, as the set of V8 refuses to read an immutable buffer
    offset += array.length;
  }
  const parameters = immutable(block);
  const { weights, biases } = parameterViews(grown, parameters);
  const layers = grown.map((layer, l) => ({ ...layer, weights: weights[l], biases: biases[l] }));
  return { inputs: layers[0].inputs, layers, cost, parameters };
}

function requireGrowth({ units, activation }: Layer, options: GrowthOptions): void {
  for (const field of ["inputs", "units", "seed"] as const) {
    const { [field]: value = 0 } = options;
    if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) continue;
    refuse(`${field} must be a whole number from 0 to ${2 ** 32 - 1}`, JSON.stringify(value) ?? typeof value);
  }
  const { initializer } = options;
  if (initializer !== undefined && !Object.hasOwn(initializers, initializer)) {
    refuse(`initializer must be one of ${Object.keys(initializers).join(", ")}`, JSON.stringify(initializer));
  }
  const grows = activation === "softmax" || activation === "identity" || (activation === "sigmoid" && units > 1);
  if (grows || !options.units) return;
  refuse("its outputs must be softmax, identity or at least 2 sigmoid units", `${units} ${activation}`);
}

function refuse(rule: string, current: string): never {
  throw new RangeError(`Cannot grow network as ${rule}: current value is ${current}`);
}
