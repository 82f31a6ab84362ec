/** How many bins a doubling is cut into, as a power of 2. */
const BITS = 5;
/** Bins from 0 up to 1/2, that of 1/2 included. */
const HALF = (32 - BITS) * (1 << BITS) + 1;

/**
 * The bin of a probability in a histogram that is fine where probabilities are near 0 or 1: below 1/2 each doubling has 32
 * bins, from 2^-27 on, and above it is the mirror image.
 *
 * @param score The probability; what lies outside [0, 1] goes to the nearer end, NaN to 0.
 * @returns The bin, from 0 to 1729.
 */
export function scoreBin(score: number): number {
  const p = score > 0 ? Math.min(score, 1) : 0;
  return p < 0.5 ? binFrom0(p) : 2 * HALF - 1 - binFrom0(1 - p);
}

function binFrom0(p: number): number {
  const whole = Math.floor(p * 4294967296) >>> 0;
  const shift = Math.max(0, 31 - Math.clz32(whole) - BITS);
  return (shift << BITS) + (whole >>> shift);
}
