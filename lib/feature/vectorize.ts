import { immutable, type Vector } from "../kernel/mod.ts";
import type { Features, SparseFeatures } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/**
 * The features of a sample as a dense vector of finite float32 numbers.
 *
 * @param features A typed array, a number array, or `{ indices, values }`.
 * @param inputs How many numbers the vector must hold.
 * @param field What errors call the features.
 * @returns The vector; a `Float32Array` is returned as it is. Shape: (inputs).
 * @throws {SampleError} If the length is wrong, an element is not a finite number in float32, or an index is out of
 * range or given twice.
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
  if (typeof features !== "object" || features === null) {
    throw new SampleError({ field, rule: "be an array of numbers or { indices, values }", value: features });
  }
  if ("length" in features) return fromDense(features, inputs, field);
  if ("indices" in features && "values" in features) return fromSparse(features, inputs, field);
  throw new SampleError({ field, rule: "be an array of numbers or { indices, values }", value: features });
}

function fromDense(features: ArrayLike<number>, inputs: number, field: string): Vector {
  if (features.length !== inputs) throw new SampleError({ field, rule: `hold ${inputs} numbers`, value: features });
  if (features instanceof Float32Array) {
    for (let k = 0; k < inputs; k++) if (!Number.isFinite(features[k])) throw notFinite(`${field}[${k}]`, features[k]);
    return features;
  }
  const vector = new Float32Array(inputs);
  for (let k = 0; k < inputs; k++) vector[k] = finite(features[k], `${field}[${k}]`);
  return immutable(vector);
}

function fromSparse({ indices, values }: SparseFeatures, inputs: number, field: string): Vector {
  if (indices.length !== values.length) {
    throw new SampleError({
      field: `${field}.values`,
      rule: `hold ${indices.length} numbers, one an index`,
      value: values,
    });
  }
  const vector = new Float32Array(inputs);
  const seen = new Set<number>();
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (!Number.isInteger(index) || index < 0 || index >= inputs) {
      const rule = `be a whole number from 0 to ${inputs - 1}`;
      throw new SampleError({ field: `${field}.indices[${i}]`, rule, value: index });
    }
    if (seen.has(index)) {
      throw new SampleError({ field: `${field}.indices[${i}]`, rule: "be given once only", value: index });
    }
    seen.add(index);
    vector[index] = finite(values[i], `${field}.values[${i}]`);
  }
  return immutable(vector);
}

/** The number, rounded to float32 and finite there. */
function finite(value: unknown, field: string): number {
  if (typeof value === "number" && Number.isFinite(Math.fround(value))) return value;
  throw notFinite(field, value);
}

function notFinite(field: string, value: unknown): SampleError {
  const beyond = typeof value === "number" && Number.isFinite(value);
  return new SampleError({ field, rule: `be a finite number${beyond ? " in float32" : ""}`, value });
}
