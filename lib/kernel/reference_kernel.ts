import type { Kernel } from "./kernel.ts";
import type { Vector } from "./vector.ts";

const round = Math.fround;

/**
 * The kernel in plain loops: the definition of right, and what runs where nothing faster does.
 *
 * @example Usage
 * ```ts
 * import { referenceKernel } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const z = new Float32Array(1);
 * referenceKernel.affine(Float32Array.of(2, 3), Float32Array.of(1), Float32Array.of(10, 100), z);
 * assertEquals([...z], [2 * 10 + 3 * 100 + 1]);
 * ```
 */
export const referenceKernel: Kernel = { affine, transposedProduct, outerProduct, hadamard, add, scale };

function affine(weights: Vector, biases: Vector, input: Vector, out: Float32Array): void {
  const active = nonZeroIndices(input);
  for (let j = 0, row = 0; j < out.length; j++, row += input.length) {
    let sum = 0 + biases[j];
    for (let i = 0; i < active.length; i++) {
      sum = round(sum + round(weights[row + active[i]] * input[active[i]]));
    }
    out[j] = sum;
  }
}

function transposedProduct(weights: Vector, delta: Vector, out: Float32Array): void {
  const inputs = out.length;
  const sums = new Float32Array(4 * inputs);
  for (let j = 0, row = 0; j < delta.length; j++, row += inputs) {
    const d = delta[j];
    const lane = (j & 3) * inputs;
    for (let k = 0; k < inputs; k++) sums[lane + k] = round(sums[lane + k] + round(weights[row + k] * d));
  }
  for (let k = 0; k < inputs; k++) {
    out[k] = round(round(sums[k] + sums[inputs + k]) + round(sums[2 * inputs + k] + sums[3 * inputs + k]));
  }
}

function outerProduct(delta: Vector, input: Vector, out: Float32Array): void {
  for (let j = 0, row = 0; j < delta.length; j++, row += input.length) {
    const d = delta[j];
    for (let k = 0; k < input.length; k++) out[row + k] = input[k] === 0 ? 0 : round(d * input[k]);
  }
}

function hadamard(s: Vector, t: Vector, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = round(s[i] * t[i]);
}

function add(s: Vector, t: Vector, out: Float32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = round(s[i] + t[i]);
}

function scale(factor: number, t: Vector, out: Float32Array): void {
  const f = round(factor);
  for (let i = 0; i < out.length; i++) out[i] = round(f * t[i]);
}

/** The indices of the elements that are not zero, ascending. */
function nonZeroIndices(vector: Vector): Int32Array {
  const indices = new Int32Array(vector.length);
  let count = 0;
  for (let i = 0; i < vector.length; i++) if (vector[i] !== 0) indices[count++] = i;
  return indices.subarray(0, count);
}
