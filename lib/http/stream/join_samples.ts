import { DenseSamples } from "../../feature/mod.ts";

/**
 * Samples in columns one behind the other.
 *
 * @param all The samples; of as many inputs each, and some at least.
 * @returns All of them, in arrays of their own; with weights and names if any has some.
 */
export function joinSamples(all: readonly DenseSamples[]): DenseSamples {
  const features = new Float32Array(all.reduce((sum, { features }) => sum + features.length, 0));
  let at = 0;
  for (const samples of all) {
    features.set(samples.features, at);
    at += samples.features.length;
  }
  const hasWeights = all.some(({ weights }) => weights !== undefined);
  const hasIds = all.some(({ ids }) => ids !== undefined);
  return new DenseSamples({
    inputs: all[0].inputs,
    features,
    targets: join(all.map(({ targets }) => targets)),
    weights: hasWeights ? join(all.map(({ weights, length }) => weights ?? Array(length).fill(1))) : undefined,
    ids: hasIds ? join(all.map(({ ids, length }) => ids ?? Array(length).fill(undefined))) : undefined,
  });
}

function join<T>(columns: readonly (readonly T[])[]): T[] {
  return ([] as T[]).concat(...columns);
}
