import { immutable, type Vector } from "../kernel/mod.ts";
import { readFeatures } from "./read_features.ts";
import type { Features } from "./sample.ts";

/**
 * The features of a sample as a dense vector of finite float32 numbers.
 *
 * @param features A typed array, a number array, or `{ indices, values }`.
 * @param inputs How many numbers the vector must hold.
 * @param field What errors call the features.
 * @returns The vector; a `Float32Array` is returned as it is. Shape: (inputs).
 * @throws {SampleError} If it is none of these, the length is wrong, an element is not a finite number in float32, or an
 * index is out of range or given twice.
 *
 * @example Usage
 * ```ts
 * import { vectorize } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...vectorize({ indices: [2], values: [5] }, 3)], [0, 0, 5]);
 * ```
 */
export function vectorize(features: Features, inputs: number, field = "features"): Vector {
  const read = readFeatures(features, inputs, field);
  if (!("indices" in read)) return read;
  const vector = new Float32Array(inputs);
  for (let i = 0; i < read.indices.length; i++) vector[read.indices[i]] = read.values[i];
  return immutable(vector);
}
