import { immutable, type Vector } from "../kernel/mod.ts";
import type { MakeArray } from "./make_array.ts";
import { requireFinite } from "./require_finite.ts";
import { SampleError } from "./sample_error.ts";

/**
 * An array of numbers, checked.
 *
 * @param features The array.
 * @param inputs How many numbers it must hold.
 * @param field What errors call it.
 * @param make Makes the array that the numbers are copied to.
 * @param isChecked Whether a `Float32Array` is checked here for numbers that are not finite, and not later by the kernel.
 * @returns The vector; a `Float32Array` is returned as it is.
 * @throws {SampleError} If the length is wrong or an element is not a finite number in float32.
 */
export function readDense(
  features: ArrayLike<number>,
  inputs: number,
  field: string,
  make: MakeArray,
  isChecked = true,
): Vector {
  if (features.length !== inputs) throw new SampleError({ field, rule: `hold ${inputs} numbers`, value: features });
  if (features instanceof Float32Array) {
    if (isChecked && !allFinite(features)) requireAllFinite(features, field);
    return features;
  }
  const vector = make(inputs);
  for (let k = 0; k < inputs; k++) vector[k] = requireFinite(features[k], field, k);
  return immutable(vector);
}

/**
 * Throws if a number is not finite.
 *
 * @param vector The numbers.
 * @param field What errors call them.
 * @throws {SampleError} With the place of the first that is not finite.
 */
export function requireAllFinite(vector: ArrayLike<number>, field: string): void {
  for (let k = 0; k < vector.length; k++) requireFinite(vector[k], field, k);
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
