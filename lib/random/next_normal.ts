import { log } from "../kernel/mod.ts";
import { nextRandom } from "./next_random.ts";

/**
 * A number from the standard normal distribution, and the next seed.
 *
 * The polar method (Marsaglia and Bray, 1964): a point (u, v) uniform in the unit disk with s = u^2 + v^2 gives
 * u sqrt(-2 ln s / s). It needs no sine or cosine, so every runtime gives the same bits.
 *
 * @param seed The state: any whole number, taken modulo 2^32.
 * @returns A normal number of mean 0 and variance 1, and the next seed.
 *
 * @example Usage
 * ```ts
 * import { nextNormal } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const [value, next] = nextNormal(1);
 * assertEquals(nextNormal(1), [value, next]);
 * ```
 */
export function nextNormal(seed: number): [value: number, next: number] {
  for (let state = seed;;) {
    const [first, middle] = nextRandom(state);
    const [second, next] = nextRandom(middle);
    const u = 2 * first - 1;
    const v = 2 * second - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return [u * Math.sqrt(-2 * log(s) / s), next];
    state = next;
  }
}
