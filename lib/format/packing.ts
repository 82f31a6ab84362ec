import type { NamedTensor } from "./encode_tensors.ts";
import { SnapshotError } from "./snapshot_error.ts";
import { type Tensor, TENSOR_TYPES, type TensorType, tensorType } from "./tensor_types.ts";

/** Many small arrays as one tensor of each type. */
export interface Packer {
  /** Takes an array in, behind those of its type that came before. */
  add(data: Tensor): void;
  /** The tensors, named after the types. */
  tensors(): NamedTensor[];
}

/** Gives back what a packer has taken in, in the same order. */
export interface Unpacker {
  /** The next array of the type. */
  next(type: TensorType, length: number): Tensor;
}

/**
 * Makes a packer: thousands of arrays of ten numbers would otherwise take a line each in the header of a snapshot.
 *
 * @param path What the names of the tensors start with.
 * @returns The packer, empty.
 */
export function createPacker(path: string): Packer {
  const parts = new Map<TensorType, Tensor[]>();
  return {
    add(data) {
      const type = tensorType(data)!;
      const same = parts.get(type);
      if (same === undefined) parts.set(type, [data]);
      else same.push(data);
    },
    tensors: () => [...parts].map(([type, arrays]) => joined(`${path}.packed.${type}`, type, arrays)),
  };
}

function joined(name: string, type: TensorType, arrays: readonly Tensor[]): NamedTensor {
  const length = arrays.reduce((sum, array) => sum + array.length, 0);
  const data = new TENSOR_TYPES[type](length);
  let offset = 0;
  for (const array of arrays) {
    data.set(array.slice(), offset); // a copy, as the set of V8 refuses to read an immutable buffer
    offset += array.length;
  }
  return { name, shape: [length], data };
}

/**
 * Makes an unpacker. Every number is given once, so that what is unpacked is never larger than the tensors.
 *
 * @param path What the names of the tensors start with.
 * @param tensors The tensors by name.
 * @returns The unpacker, which throws a `SnapshotError` where a tensor is missing or too short.
 */
export function createUnpacker(path: string, tensors: ReadonlyMap<string, Tensor>): Unpacker {
  const offsets = new Map<TensorType, number>();
  return {
    next(type, length) {
      const name = `${path}.packed.${type}`;
      const tensor = tensors.get(name);
      const begin = offsets.get(type) ?? 0;
      const left = (tensor?.length ?? 0) - begin;
      if (tensor === undefined || tensorType(tensor) !== type || !(length <= left)) {
        throw new SnapshotError(`hold ${length} more numbers in the tensor ${name}`, left);
      }
      offsets.set(type, begin + length);
      return tensor.slice(begin, begin + length);
    },
  };
}
