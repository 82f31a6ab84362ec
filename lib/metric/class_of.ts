/**
 * The class an output stands for: the place of the largest element; for one output 1 above 1/2 and 0 elsewhere.
 *
 * @param output The output of a network, or a target. Shape: (units).
 * @returns The class index; the first of equal elements.
 *
 * @example Usage
 * ```ts
 * import { classOf } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(classOf([0.1, 0.7, 0.2]), 1);
 * assertEquals(classOf([0.7]), 1);
 * ```
 */
export function classOf(output: ArrayLike<number>): number {
  if (output.length === 1) return output[0] > 0.5 ? 1 : 0;
  let best = 0;
  for (let j = 1; j < output.length; j++) if (output[j] > output[best]) best = j;
  return best;
}
