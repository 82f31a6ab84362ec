import { nextNormal, nextRandom } from "@backstream/backstream";

/** Draws from a seed: numbers from 0 to 1, normal ones, and whole ones below a bound. */
export function drawsOf(seed: number): { uniform(): number; normal(): number; below(bound: number): number } {
  const draw = (next: (seed: number) => [number, number]) => () => {
    const [value, following] = next(seed);
    seed = following;
    return value;
  };
  const uniform = draw(nextRandom);
  return { uniform, normal: draw(nextNormal), below: (bound) => Math.floor(bound * uniform()) };
}
