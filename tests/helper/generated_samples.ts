import { nextNormal, nextRandom, type Sample } from "@backstream/backstream";

/** Samples drawn from a seed: normal features, and the class of the largest of the first ones. */
export function generatedSamples(count: number, { inputs, units, seed }: Shape): Sample[] {
  let state = seed;
  const draw = (next: (seed: number) => [number, number]) => {
    const [value, following] = next(state);
    state = following;
    return value;
  };
  return Array.from({ length: count }, () => {
    const features = Float32Array.from({ length: inputs }, () => draw(nextNormal));
    if (units === 1) return { features, target: draw(nextRandom) };
    const first = features.subarray(0, units);
    return { features, target: first.indexOf(Math.max(...first)) };
  });
}

interface Shape {
  readonly inputs: number;
  readonly units: number;
  readonly seed: number;
}
