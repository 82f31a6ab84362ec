import { immutable, type Vector } from "../kernel/mod.ts";

/**
 * The mean of vectors of one length, element by element, added in their order in float64.
 *
 * @param vectors At least one.
 * @returns The mean; of one vector that vector itself.
 */
export function meanOf(vectors: readonly Vector[]): Vector {
  if (vectors.length === 1) return vectors[0];
  const mean = new Float32Array(vectors[0].length);
  for (let j = 0; j < mean.length; j++) {
    let sum = 0;
    for (const vector of vectors) sum += vector[j];
    mean[j] = sum / vectors.length;
  }
  return immutable(mean);
}
