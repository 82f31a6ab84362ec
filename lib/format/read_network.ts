import { immutable } from "../kernel/mod.ts";
import { createNetwork, type Network, type NetworkShape, withParameters } from "../network/mod.ts";
import { SnapshotError } from "./snapshot_error.ts";
import type { Tensor } from "./tensor_types.ts";

/**
 * The network of a snapshot. Parameters are taken as they are, NaN and infinities too: a learner that diverged comes
 * back as it was.
 *
 * @param shape Sizes, activations and cost, as far as is known an object.
 * @param tensors The tensors `0.weight`, `0.bias`, `2.weight` and so on.
 * @returns The network.
 * @throws {SnapshotError} If the shape is not that of a network, or a tensor is missing or does not fit.
 */
export function readNetwork(shape: NetworkShape, tensors: ReadonlyMap<string, Tensor>): Network {
  // Before anything is made of the size that the shape claims, the tensors must have it.
  const parts = readSizes(shape).flatMap(({ inputs, units }, l) => [
    readParameters(`${2 * l}.weight`, inputs * units, tensors),
    readParameters(`${2 * l}.bias`, units, tensors),
  ]);
  const block = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    block.set(part, offset);
    offset += part.length;
  }
  return withParameters(emptyNetwork(shape), immutable(block));
}

/**
 * A network from its shape and its one block of parameters.
 *
 * @param shape Sizes, activations and cost, of which nothing is known.
 * @param parameters The block, of which nothing is known.
 * @returns The network.
 * @throws {SnapshotError} If the shape is not that of a network, or the block does not fit.
 */
export function readBlock(shape: unknown, parameters: unknown): Network {
  if (typeof shape !== "object" || shape === null) throw new SnapshotError("hold an object as network", shape);
  const sizes = readSizes(shape as NetworkShape);
  const length = sizes.reduce((sum, { inputs, units }) => sum + (inputs + 1) * units, 0);
  if (!(parameters instanceof Float32Array) || parameters.length !== length) {
    throw new SnapshotError(`hold ${length} parameters of float32 for a network`, lengthOf(parameters));
  }
  return withParameters(emptyNetwork(shape as NetworkShape), immutable(parameters as Float32Array<ArrayBuffer>));
}

function lengthOf(value: unknown): unknown {
  return ArrayBuffer.isView(value) ? `${(value as Float32Array).length} in a ${value.constructor.name}` : "none";
}

function readSizes({ inputs, layers }: NetworkShape): { inputs: number; units: number }[] {
  if (!Array.isArray(layers) || layers.some((layer) => typeof layer !== "object" || layer === null)) {
    throw new SnapshotError("hold a list of objects as network.layers", layers);
  }
  const sizes = [inputs, ...layers.map(({ units }) => units)];
  const wrong = sizes.findIndex((size) => !Number.isSafeInteger(size) || size < 1);
  if (wrong < 0) return layers.map(({ units }, l) => ({ inputs: sizes[l], units }));
  const field = wrong === 0 ? "inputs" : `layers[${wrong - 1}].units`;
  throw new SnapshotError(`hold network.${field} as a whole number from 1 on`, sizes[wrong]);
}

function readParameters(name: string, length: number, tensors: ReadonlyMap<string, Tensor>): Float32Array {
  const tensor = tensors.get(name);
  if (tensor instanceof Float32Array && tensor.length === length) return tensor;
  const found = tensor === undefined ? "missing" : `${tensor.length} in a ${tensor.constructor.name}`;
  throw new SnapshotError(`hold the float32 tensor ${name} of ${length} numbers`, found);
}

function emptyNetwork(shape: NetworkShape): Network {
  try {
    const layers = shape.layers.map((layer) => ({ ...layer, initializer: "zeros" as const }));
    return createNetwork({ ...shape, layers, seed: 0 });
  } catch (error) {
    throw new SnapshotError("describe a network that can be made", (error as Error).message);
  }
}
