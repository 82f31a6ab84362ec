import { immutable, type Vector } from "../kernel/mod.ts";
import type { Features, SparseFeatures } from "./sample.ts";
import { requireFinite } from "./require_finite.ts";
import { SampleError } from "./sample_error.ts";

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
  if (typeof features === "object" && features !== null) {
    if ("length" in features) return fromDense(features, inputs, field);
    if ("indices" in features && "values" in features) return fromSparse(features, inputs, field);
  }
  throw new SampleError({ field, rule: "be an array of numbers or { indices, values }", value: features });
}

function fromDense(features: ArrayLike<number>, inputs: number, field: string): Vector {
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

function fromSparse({ indices, values }: SparseFeatures, inputs: number, field: string): Vector {
  requireArray(indices, `${field}.indices`);
  requireArray(values, `${field}.values`);
  if (indices.length !== values.length) {
    const rule = `hold ${indices.length} numbers, one an index`;
    throw new SampleError({ field: `${field}.values`, rule, value: values });
  }
  const vector = new Float32Array(inputs);
  const seen = new Uint8Array(inputs);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    const problem = indexProblem(index, seen);
    if (problem !== undefined) {
      throw new SampleError({ field: `${field}.indices[${i}]`, rule: problem, value: index });
    }
    seen[index] = 1;
    vector[index] = requireFinite(values[i], `${field}.values`, i);
  }
  return immutable(vector);
}

/** The rule that an index breaks, if any; `seen` is 1 at the indices before it. */
function indexProblem(index: number, seen: Uint8Array): string | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= seen.length) {
    return `be a whole number from 0 to ${seen.length - 1}`;
  }
  return seen[index] === 1 ? "be given once only" : undefined;
}

/** Without a length that counts, a loop would find no elements, and a mistake would pass as a vector of zeros. */
function requireArray(value: unknown, field: string): void {
  const length = typeof value === "object" && value !== null && "length" in value ? value.length : undefined;
  if (typeof length === "number" && length >= 0) return;
  throw new SampleError({ field, rule: "be an array of numbers", value });
}
