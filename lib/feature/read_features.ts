import type { SparseVector, Vector } from "../kernel/mod.ts";
import { type MakeArray, makeArray } from "./make_array.ts";
import { readDense } from "./read_dense.ts";
import { readSparse } from "./read_sparse.ts";
import type { Features, SparseFeatures } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

const RULE = "be an array of numbers or { indices, values }";

/**
 * The features of a sample, checked: a dense vector, or a sparse one in order.
 *
 * @param features A typed array, a number array, or `{ indices, values }`.
 * @param inputs How many numbers the dense vector must hold.
 * @param field What errors call the features.
 * @param make Makes the array that the numbers of a dense vector are copied to.
 * @param isChecked Whether a `Float32Array` is checked here for numbers that are not finite, and not later by the kernel.
 * @returns The vector; a `Float32Array` is returned as it is.
 * @throws {SampleError} If it is none of these, as a record is not, the length is wrong, an element is not a finite number in float32, or an
 * index is out of range or given twice.
 */
export function readFeatures(
  features: Features,
  inputs: number,
  field: string,
  make: MakeArray = makeArray,
  isChecked = true,
): Vector | SparseVector {
  if (typeof features === "object" && features !== null) {
    if ("length" in features) return readDense(features as ArrayLike<number>, inputs, field, make, isChecked);
    if ("indices" in features && "values" in features) return readSparse(features as SparseFeatures, inputs, field);
    throw new SampleError({ field, rule: `${RULE} where there is no feature schema`, value: features });
  }
  throw new SampleError({ field, rule: RULE, value: features });
}
