import { immutable, type SparseVector, type Vector } from "../kernel/mod.ts";
import { readSparse } from "./read_sparse.ts";
import { requireFinite } from "./require_finite.ts";
import type { Features } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/**
 * The features of a sample, checked: a dense vector, or a sparse one in order.
 *
 * @param features A typed array, a number array, or `{ indices, values }`.
 * @param inputs How many numbers the dense vector must hold.
 * @param field What errors call the features.
 * @returns The vector; a `Float32Array` is returned as it is.
 * @throws {SampleError} If it is none of these, the length is wrong, an element is not a finite number in float32, or an
 * index is out of range or given twice.
 */
export function readFeatures(features: Features, inputs: number, field: string): Vector | SparseVector {
  if (typeof features === "object" && features !== null) {
    if ("length" in features) return readDense(features, inputs, field);
    if ("indices" in features && "values" in features) return readSparse(features, inputs, field);
  }
  throw new SampleError({ field, rule: "be an array of numbers or { indices, values }", value: features });
}

function readDense(features: ArrayLike<number>, inputs: number, field: string): Vector {
  if (features.length !== inputs) throw new SampleError({ field, rule: `hold ${inputs} numbers`, value: features });
  if (features instanceof Float32Array) {
    if (!allFinite(features)) features.forEach((value, k) => requireFinite(value, field, k));
    return features;
  }
  const vector = new Float32Array(inputs);
  for (let k = 0; k < inputs; k++) vector[k] = requireFinite(features[k], field, k);
  return immutable(vector);
}

/** Times 0, a finite number is 0 and any other NaN; four sums, as each addition waits for the one before. */
function allFinite(vector: Float32Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = vector.length & ~3;
  for (let k = 0; k < whole; k += 4) {
    a += vector[k] * 0;
    b += vector[k + 1] * 0;
    c += vector[k + 2] * 0;
    d += vector[k + 3] * 0;
  }
  for (let k = whole; k < vector.length; k++) a += vector[k] * 0;
  return a + b + c + d === 0;
}
