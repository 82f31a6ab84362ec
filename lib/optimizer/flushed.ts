/** 2^-100. */
const SMALLEST = 7.888609052210118e-31;

/**
 * A number that an optimizer remembers; one below 2^-100 counts as 0. A memory that fades by a factor each step would
 * otherwise end among the subnormal numbers, with which processors calculate a hundred times slower.
 *
 * @param x Any number.
 * @returns The number, or 0.
 */
export function flushed(x: number): number {
  return Math.abs(x) < SMALLEST ? 0 : x;
}
