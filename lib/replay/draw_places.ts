import { nextRandom } from "../random/mod.ts";
import { requireCount } from "./require_count.ts";

/** How much is drawn from what. */
export interface Draws {
  /** How many draws there are. */
  readonly count: number;
  /** How many places there are; no draws from none. */
  readonly size: number;
  /** The seed of the first draw. */
  readonly seed: number;
}

/**
 * What stands at places drawn at random, each draw from all places.
 *
 * @param draws How many, from how many places, and the seed.
 * @param at Gives what stands at a place.
 * @returns What was drawn, and the next seed.
 * @throws {RangeError} If the count is not a whole number from 0 on.
 */
export function drawPlaces<Item>(
  { count, size, seed }: Draws,
  at: (place: number) => Item,
): [items: Item[], next: number] {
  requireCount("sample", "count", count);
  const items: Item[] = [];
  for (let i = 0; i < count && size > 0; i++) {
    const [value, next] = nextRandom(seed);
    items.push(at(Math.floor(value * size)));
    seed = next;
  }
  return [items, seed];
}
