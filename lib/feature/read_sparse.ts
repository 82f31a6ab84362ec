import type { SparseVector } from "../kernel/mod.ts";
import { requireFinite } from "./require_finite.ts";
import type { SparseFeatures } from "./sample.ts";
import { SampleError } from "./sample_error.ts";

/**
 * Sparse features in the order of their positions and without zeros. What is so already is returned as it is.
 *
 * @param features The features.
 * @param inputs How many numbers the dense vector would hold.
 * @param field What errors call the features.
 * @returns The positions, ascending, and the numbers there, none of them 0.
 * @throws {SampleError} If an index is out of range or given twice, a value is not a finite number in float32, or there is
 * not one value an index.
 */
export function readSparse(features: SparseFeatures, inputs: number, field: string): SparseVector {
  const { indices, values } = features;
  requireArray(indices, `${field}.indices`);
  requireArray(values, `${field}.values`);
  if (indices.length !== values.length) {
    const rule = `hold ${indices.length} numbers, one an index`;
    throw new SampleError({ field: `${field}.values`, rule, value: values });
  }
  return isOrdered(features, inputs) ? features : ordered(features, inputs, field);
}

/** Whether all is well and in order. */
function isOrdered({ indices, values }: SparseFeatures, inputs: number): boolean {
  let last = -1;
  for (let i = 0; i < indices.length; i++) {
    const [index, value] = [indices[i], values[i]];
    if (typeof index !== "number" || !(index > last && index < inputs) || Math.floor(index) !== index) return false;
    if (typeof value !== "number") return false;
    const size = Math.abs(Math.fround(value));
    if (!(size > 0 && size < Infinity)) return false;
    last = index;
  }
  return true;
}

function ordered({ indices, values }: SparseFeatures, inputs: number, field: string): SparseVector {
  const found = new Map<number, number>();
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    const problem = indexProblem(index, inputs) ?? (found.has(index) ? "be given once only" : undefined);
    if (problem !== undefined) {
      throw new SampleError({ field: `${field}.indices[${i}]`, rule: problem, value: index });
    }
    found.set(index, requireFinite(values[i], `${field}.values`, i));
  }
  const entries = [...found].filter(([, value]) => Math.fround(value) !== 0).sort(([a], [b]) => a - b);
  return { indices: entries.map(([index]) => index), values: entries.map(([, value]) => value) };
}

function indexProblem(index: number, inputs: number): string | undefined {
  const valid = Number.isInteger(index) && index >= 0 && index < inputs;
  return valid ? undefined : `be a whole number from 0 to ${inputs - 1}`;
}

/** Without a length that counts, a loop would find no elements, and a mistake would pass as a vector of zeros. */
function requireArray(value: unknown, field: string): void {
  const length = typeof value === "object" && value !== null && "length" in value ? value.length : undefined;
  if (typeof length === "number" && length >= 0) return;
  throw new SampleError({ field, rule: "be an array of numbers", value });
}
