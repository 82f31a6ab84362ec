/** 64 bits in two halves, each a whole number from 0 on and below 2^32. */
export interface Hash {
  /** The upper half. */
  readonly high: number;
  /** The lower half. */
  readonly low: number;
}

/**
 * A hash of a text in 64 bits: two lanes of multiplications and rotations, mixed in the end as MurmurHash3 does. Where a
 * million texts are remembered, a new one is taken for one of them once in 2^44 times.
 *
 * @param text The text.
 * @param seed Where to start, so that nobody can prepare texts of the same hash without knowing it.
 * @returns The hash.
 */
export function hashText(text: string, seed: Hash = { high: 0, low: 0 }): Hash {
  let { high, low } = seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(rotate(high ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0xe6546b64 | 0;
    low = Math.imul(rotate(low ^ Math.imul(unit, 0x1b873593), 15), 9) + 0x38495ab5 | 0;
  }
  high = mix(high ^ text.length);
  low = mix(low ^ high);
  return { high: mix(high ^ Math.imul(low, 0x9e3779b1)), low: low >>> 0 };
}

function rotate(bits: number, by: number): number {
  return bits << by | bits >>> 32 - by;
}

function mix(bits: number): number {
  bits = Math.imul(bits ^ bits >>> 16, 0x85ebca6b);
  bits = Math.imul(bits ^ bits >>> 13, 0xc2b2ae35);
  return (bits ^ bits >>> 16) >>> 0;
}
