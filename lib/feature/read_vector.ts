import type { SparseVector } from "../kernel/mod.ts";
import { isArray, isSparse } from "./guess_type.ts";
import type { FieldIndex } from "./layout_index.ts";
import { readSparse } from "./read_sparse.ts";
import { requireFinite } from "./require_finite.ts";
import { SampleError } from "./sample_error.ts";

/** Numbers up to here are finite in float32, which needs no closer look. */
const SURE = 1e38;

/**
 * The value of a vector field as numbers.
 *
 * @param field The field, of which the length is known.
 * @param value An array, or `{ indices, values }`; not missing.
 * @returns The numbers, NaN where one is missing.
 * @throws {SampleError} If it is neither, has another length, or a number is not finite in float32.
 */
export function readVector({ length, path }: FieldIndex, value: unknown): ArrayLike<number> {
  if (isArray(value)) {
    if (value.length !== length) throw new SampleError({ field: path, rule: `hold ${length} numbers`, value });
    return numbersOf(value, path);
  }
  const { indices, values } = sparseOf(value, length, path);
  const numbers = new Float64Array(length);
  for (let i = 0; i < indices.length; i++) numbers[indices[i]] = values[i];
  return numbers;
}

/**
 * The value of a sparse vector field.
 *
 * @param field The field.
 * @param value `{ indices, values }` or an array; not missing.
 * @param limit How many numbers there may be.
 * @returns Indices, ascending, and the numbers there.
 * @throws {SampleError} If it is neither, is longer, or a number is not finite in float32.
 */
export function readSparseVector({ path }: FieldIndex, value: unknown, limit: number): SparseVector {
  if (!isArray(value)) return sparseOf(value, limit, path);
  if (value.length > limit) throw new SampleError({ field: path, rule: `hold at most ${limit} numbers`, value });
  const numbers = Array.from(numbersOf(value, path), (x) => x === x ? x : 0);
  const indices = [...numbers.keys()].filter((k) => numbers[k] !== 0);
  return { indices, values: indices.map((k) => numbers[k]) };
}

function numbersOf(array: ArrayLike<unknown>, path: string): ArrayLike<number> {
  const numbers = new Float64Array(array.length);
  for (let k = 0; k < array.length; k++) {
    const x = array[k];
    if (typeof x === "number" && x > -SURE && x < SURE) numbers[k] = x;
    else numbers[k] = x === null || x === undefined || x !== x ? NaN : requireFinite(x, path, k);
  }
  return numbers;
}

function sparseOf(value: unknown, limit: number, path: string): SparseVector {
  if (isSparse(value)) return readSparse(value, limit, path);
  throw new SampleError({ field: path, rule: "be an array of numbers or { indices, values }", value });
}
