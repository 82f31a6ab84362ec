import { copyVector } from "./copy_vector.ts";
import type { LayerRecord } from "./simd_layout.ts";
import type { SparseVector } from "./sparse_vector.ts";
import type { Vector } from "./vector.ts";

/** In the upper half of a count: the input is sparse, with as many columns as the lower half says. */
const SPARSE = 0x80000000;

/** Where the kernel's inputs lie: this sample's and the one's before, by parity. */
export interface SimdInput {
  /**
   * Writes an input as it is: a sparse one as a list of its columns, with its numbers side by side. A dense one may begin
   * somewhere among others.
   */
  write(input: Vector | SparseVector, parity: number, from?: number): void;
  /** Writes an input in full, a sparse one between zeros. */
  writeDense(input: Vector | SparseVector, parity: number, from?: number): void;
}

/**
 * The inputs in the kernel's memory.
 *
 * @param buffer The memory.
 * @param record The record of the input.
 * @returns What writes inputs.
 */
export function simdInput(buffer: ArrayBufferLike, record: LayerRecord): SimdInput {
  const floats = new Float32Array(buffer);
  const words = new Uint32Array(buffer);
  const { units, activations, list, bits, bitsBytes } = record;

  const writeDense = (input: Vector | SparseVector, parity: number, from = 0): void => {
    const start = activations[parity] / 4;
    words[(bits + parity * bitsBytes) / 4 + 1] = 0;
    if (!("indices" in input)) return copyVector(input, floats, start, from, units);
    const { indices, values } = input;
    floats.fill(0, start, start + units);
    for (let i = 0; i < indices.length; i++) floats[start + indices[i]] = values[i];
  };

  return {
    writeDense,
    write(input, parity, from) {
      if (!("indices" in input)) return writeDense(input, parity, from);
      const { indices, values } = input;
      const { length } = indices;
      const start = activations[parity] / 4;
      const columns = list / 4 + parity * (units + 1);
      words[columns] = 0; // the biases, whose input of 1 lies before the others
      for (let i = 0; i < length; i++) {
        words[columns + 1 + i] = 4 * indices[i] + 4;
        floats[start + i] = values[i];
      }
      const count = (bits + parity * bitsBytes) / 4;
      words[count] = length + 1;
      words[count + 1] = SPARSE;
    },
  };
}
