import type { DenseSamples, Target } from "../feature/mod.ts";
import { readKnownTarget, type ReadSample, type SampleShape } from "./read_samples.ts";
import { requireWeight } from "./require_sample.ts";

/**
 * Reads samples out of their columns, one after the other.
 *
 * @param samples The samples.
 * @param shape What the network needs.
 * @returns Reads the next sample, given its target, into the same object each time; it throws a SampleError if target or
 * weight cannot be used. The features are not looked at.
 */
export function denseReader(
  { inputs, features, weights }: DenseSamples,
  shape: SampleShape,
): (target: Target) => ReadSample {
  let next = 0;
  const sample = { input: features, from: 0, target: features, weight: 1 };
  return (target) => {
    const place = next++;
    sample.weight = weights === undefined ? 1 : requireWeight(weights[place] ?? 1);
    sample.from = place * inputs;
    sample.target = readKnownTarget(target, shape) as Float32Array;
    return sample;
  };
}
