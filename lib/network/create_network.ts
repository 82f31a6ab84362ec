import { type ActivationName, activations } from "../activation/mod.ts";
import { type CostName, costs } from "../cost/mod.ts";
import { immutable, type Vector } from "../kernel/mod.ts";
import { countParameters } from "./count_parameters.ts";
import { type InitializerName, initializers } from "./initializers.ts";
import type { Network } from "./network.ts";
import { type LayerSizes, parameterViews } from "./parameter_views.ts";

/** A layer to be made. */
export interface LayerOptions {
  /** How many neurons it has. */
  readonly units: number;
  /**
   * The name of its activation function.
   *
   * @default {"sigmoid"}
   */
  readonly activation?: ActivationName;
  /**
   * How its first weights and biases are drawn. By default `scaledGaussian` for sigmoid and softmax, `he` for the
   * rectifier family (relu, leakyRelu, elu, gelu, silu, softplus), `xavier` for tanh and identity.
   */
  readonly initializer?: InitializerName;
}

/** A network to be made. */
export interface NetworkOptions {
  /** How many numbers the input holds. */
  readonly inputs: number;
  /** The layers behind the input; the last one is the output. */
  readonly layers: readonly LayerOptions[];
  /**
   * The name of the cost function.
   *
   * @default {"quadratic"}
   */
  readonly cost?: CostName;
  /**
   * The seed of the first weights and biases: a whole number from 0 to 2^32 - 1.
   *
   * @default {0}
   */
  readonly seed?: number;
}

const RECTIFIERS: readonly ActivationName[] = ["relu", "leakyRelu", "elu", "gelu", "silu", "softplus"];

/**
 * Makes a network: the same options give the same bytes on every runtime.
 *
 * @param options The sizes, the names of the activations and of the cost, and the seed.
 * @returns The network, all its parameters in one block.
 * @throws {RangeError} If a size or the seed is out of range, there is no layer, or a name is unknown.
 * @throws {TypeError} If a layer is not an object.
 *
 * @example Usage
 * ```ts
 * import { createNetwork } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const network = createNetwork({
 *   inputs: 784,
 *   layers: [{ units: 30, activation: "relu" }, { units: 10, activation: "softmax" }],
 *   cost: "crossEntropy",
 *   seed: 1,
 * });
 * assertEquals(network.parameters.length, 784 * 30 + 30 + 30 * 10 + 10);
 * ```
 */
export function createNetwork(options: NetworkOptions): Network {
  const { inputs, cost = "quadratic", seed = 0 } = options;
  requireWhole("inputs", inputs, 1, MOST);
  requireWhole("seed", seed, 0, 0xffffffff);
  requireName("cost", cost, costs);
  const shapes = layerShapes(options);
  requireWhole("the number of parameters", countParameters(shapes), 1, MOST);
  const parameters = initialParameters(shapes, seed);
  const { weights, biases } = parameterViews(shapes, parameters);
  const layers = shapes.map(({ inputs, units, activation }, l) => {
    return { inputs, units, activation, weights: weights[l], biases: biases[l] };
  });
  return { inputs, layers, cost, parameters };
}

/** The largest size, in layers and in all: what a 32-bit integer can index. */
const MOST = 2 ** 31 - 1;

type LayerShape = LayerSizes[number] & Required<LayerOptions>;

function layerShapes({ inputs, layers }: NetworkOptions): LayerShape[] {
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new RangeError(
      `Cannot create network as layers must hold at least 1 layer: current value is ${JSON.stringify(layers)}`,
    );
  }
  return layers.map((layer, l) => {
    requireLayer(layer, l);
    const { units, activation = "sigmoid", initializer = usualInitializer(activation) } = layer;
    requireWhole(`layers[${l}].units`, units, 1, MOST);
    requireName(`layers[${l}].activation`, activation, activations);
    requireName(`layers[${l}].initializer`, initializer, initializers);
    return { inputs: l === 0 ? inputs : layers[l - 1].units, units, activation, initializer };
  });
}

/**
 * The initializer of a layer for which none is named.
 *
 * @param activation The activation of the layer.
 * @returns The name of the initializer.
 */
export function usualInitializer(activation: ActivationName): InitializerName {
  if (RECTIFIERS.includes(activation)) return "he";
  return activation === "tanh" || activation === "identity" ? "xavier" : "scaledGaussian";
}

function initialParameters(shapes: LayerShape[], seed: number): Vector {
  const block = new Float32Array(countParameters(shapes));
  let state = seed;
  let i = 0;
  for (const { inputs, units, initializer } of shapes) {
    const { weight, bias } = initializers[initializer];
    const biases = i + inputs * units;
    while (i < biases) [block[i++], state] = weight(state, inputs, units);
    while (i < biases + units) [block[i++], state] = bias(state);
  }
  return immutable(block);
}

function requireLayer(layer: unknown, l: number): void {
  if (typeof layer === "object" && layer !== null) return;
  throw new TypeError(`Cannot create network as layers[${l}] must be an object with units: current value is ${layer}`);
}

function requireWhole(field: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const current = typeof value === "string" ? JSON.stringify(value) : value;
  throw new RangeError(
    `Cannot create network as ${field} must be a whole number from ${least} to ${most}: current value is ${current}`,
  );
}

function requireName(field: string, value: string, table: object): void {
  if (Object.hasOwn(table, value)) return;
  const names = Object.keys(table).join(", ");
  throw new RangeError(`Cannot create network as ${field} must be one of ${names}: current value is "${value}"`);
}
