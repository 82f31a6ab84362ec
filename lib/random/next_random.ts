/**
 * One step of the seeded generator: a number from a seed, and the next seed.
 *
 * splitmix32: a Weyl sequence with the golden-ratio increment, scrambled by the finalizer of MurmurHash3 (Steele, Lea
 * and Flood, "Fast splittable pseudorandom number generators", 2014; Appleby, MurmurHash3). Period 2^32; only 32-bit
 * integer arithmetic, so every runtime gives the same sequence.
 *
 * @param seed The state: any whole number, taken modulo 2^32.
 * @returns A number in [0, 1) with 32 random bits, and the next seed.
 *
 * @example Usage
 * ```ts
 * import { nextRandom } from "@backstream/backstream";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const [value, next] = nextRandom(1);
 * assert(value >= 0 && value < 1);
 * assertEquals(nextRandom(1), [value, next]);
 * ```
 */
export function nextRandom(seed: number): [value: number, next: number] {
  const next = ((seed >>> 0) + 0x9e3779b9) >>> 0;
  let bits = next;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  bits = (bits ^ (bits >>> 16)) >>> 0;
  return [bits / 4294967296, next];
}
