/**
 * Positions moved apart by `gap` at least and within bounds, with the least sum of squared moves: what keeps labels
 * from overlapping. With x_k the k-th smallest position, x_k - k gap must not fall, which is isotonic regression: pool
 * neighbors that fall and give each pool its mean.
 *
 * @param positions Where each would like to be, in any order.
 * @param gap The least distance between two; less where the bounds leave less.
 * @param bounds The lowest and the highest place.
 * @returns Where each goes, in the order of `positions`.
 */
export function spread(positions: readonly number[], gap: number, bounds: readonly [number, number]): number[] {
  const [low, high] = bounds;
  const steps = Math.max(1, positions.length - 1);
  const step = Math.min(gap, (high - low) / steps);
  const order = positions.map((_, index) => index).sort((a, b) => positions[a] - positions[b]);
  const wishes = order.map((index, rank) => positions[index] - rank * step);
  const places = new Array<number>(positions.length);
  pool(wishes).forEach((wish, rank) => {
    const first = Math.min(Math.max(wish, low), high - step * (positions.length - 1));
    places[order[rank]] = first + rank * step;
  });
  return places;
}

/** The closest values that never fall. */
function pool(values: readonly number[]): number[] {
  const pools: { mean: number; size: number }[] = [];
  for (const value of values) {
    let last = { mean: value, size: 1 };
    while (pools.length > 0 && pools.at(-1)!.mean > last.mean) {
      const before = pools.pop()!;
      const size = before.size + last.size;
      last = { mean: (before.mean * before.size + last.mean * last.size) / size, size };
    }
    pools.push(last);
  }
  return pools.flatMap(({ mean, size }) => new Array<number>(size).fill(mean));
}
