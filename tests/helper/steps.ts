/** Evenly spaced numbers from the first to the last, both included. */
export function steps(first: number, last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + (last - first) * i / (count - 1));
}
