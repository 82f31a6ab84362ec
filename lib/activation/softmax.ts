import { exp } from "../kernel/mod.ts";
import type { LayerActivation } from "./activation.ts";

/**
 * The softmax of a layer, a_j = e^z_j / sum_k e^z_k: positive numbers that add up to 1, read as probabilities.
 * Its Jacobian is da_j/dz_k = a_j ([j = k] - a_k); a gradient g = dC/da is pulled back to
 * dC/dz_j = a_j (g_j - sum_k a_k g_k). The largest z is taken off first, so that nothing overflows.
 *
 * @example Usage
 * ```ts
 * import { softmax } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...softmax.value([1000, 1000])], [0.5, 0.5]);
 * assertEquals([...softmax.derivative([0, 0])], [0.25, -0.25, -0.25, 0.25]);
 * ```
 */
export const softmax: LayerActivation = { elementwise: false, value, derivative, pullBack };

function value(z: ArrayLike<number>): Float64Array {
  const a = new Float64Array(z.length);
  let largest = -Infinity;
  for (let j = 0; j < z.length; j++) largest = Math.max(largest, z[j]);
  let sum = 0;
  for (let j = 0; j < z.length; j++) sum += a[j] = exp(z[j] - largest);
  for (let j = 0; j < z.length; j++) a[j] /= sum;
  return a;
}

function derivative(z: ArrayLike<number>): Float64Array {
  const a = value(z);
  const jacobian = new Float64Array(a.length * a.length);
  for (let j = 0; j < a.length; j++) {
    for (let k = 0; k < a.length; k++) jacobian[j * a.length + k] = a[j] * ((j === k ? 1 : 0) - a[k]);
  }
  return jacobian;
}

function pullBack(z: ArrayLike<number>, gradient: ArrayLike<number>): Float64Array {
  const a = value(z);
  let mean = 0;
  for (let k = 0; k < a.length; k++) mean += a[k] * gradient[k];
  return a.map((aj, j) => aj * (gradient[j] - mean));
}
