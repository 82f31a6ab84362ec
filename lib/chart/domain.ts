/**
 * The range of some values, drawn down to zero where that is near.
 *
 * @param values Finite numbers.
 * @param reach Zero is taken in where the lowest value is at most this share of the highest.
 * @returns The range; [0, 1] where there are no values, and from or to zero where all are one value.
 */
export function domain(values: Iterable<number>, reach: number): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high || (low === 0 && high === 0)) return [0, 1];
  if (low === high) return low > 0 ? [0, low] : [low, 0];
  return low > 0 && low <= reach * high ? [0, high] : [low, high];
}
