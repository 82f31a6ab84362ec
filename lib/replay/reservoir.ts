import { nextRandom } from "../random/mod.ts";
import { type Blocks, createBlocks } from "./create_blocks.ts";
import { drawPlaces } from "./draw_places.ts";
import { readOptions } from "./read_options.ts";
import type { ReplayBuffer, ReplayOptions } from "./replay_buffer.ts";
import { requireCount } from "./require_count.ts";

/**
 * An item of {@linkcode reservoir}.
 *
 * @typeParam Item What it keeps.
 */
export interface ReservoirEntry<Item> {
  /** The item. */
  readonly item: Item;
  /** How many items came before it. */
  readonly serial: number;
}

/**
 * The state of {@linkcode reservoir}.
 *
 * @typeParam Item What it keeps.
 */
export interface ReservoirState<Item> {
  /** The items, in no order. */
  readonly blocks: Blocks<ReservoirEntry<Item>>;
  /** The sum of their bytes. */
  readonly bytes: number;
  /** How many items there were to choose from. */
  readonly seen: number;
  /** The seed of the next draw. */
  readonly seed: number;
}

/**
 * A buffer in which each of the n items that came is with the same probability, capacity / n: item n takes the place of
 * a random one with that probability, and is left out otherwise (algorithm R: Vitter, "Random sampling with a
 * reservoir", 1985).
 *
 * Where `maxBytes` is met before `capacity`, the same holds of the number of items that fit. Items may differ in size:
 * when a larger one takes the place of a smaller one, further ones go at random until the bytes fit; where there is
 * room again, a new item is added with the probability of all others, so that the buffer fills as slowly as it has to.
 *
 * After `shrink` it chooses from what it kept and what follows: the items before are forgotten, and it fills at once.
 *
 * To add an item copies about twice the square root of the capacity in references, and nothing if it is left out.
 *
 * @typeParam Item What it keeps.
 * @param options How much it holds, and the seed.
 * @returns The buffer.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { reservoir } from "@backstream/backstream";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const buffer = reservoir<number>({ capacity: 100, seed: 1 });
 * let state = buffer.init();
 * for (let i = 0; i < 10_000; i++) state = buffer.add(state, i);
 * assertEquals([buffer.size(state), state.seen], [100, 10_000]);
 * const [items] = buffer.sample(state, 1000);
 * const mean = items.reduce((sum, item) => sum + item, 0) / 1000;
 * assert(mean > 4000 && mean < 6000);
 * ```
 */
export function reservoir<Item = unknown>(options: ReplayOptions<Item>): ReplayBuffer<ReservoirState<Item>, Item> {
  const { spec, seed, maxBytes, bytesOf } = readOptions("reservoir", options);
  const { capacity } = options;
  const list = createBlocks<ReservoirEntry<Item>>(capacity);
  const push = (state: ReservoirState<Item>, item: Item): ReservoirState<Item> => ({
    blocks: list.push(state.blocks, { item, serial: state.seen }),
    bytes: state.bytes + bytesOf(item),
    seen: state.seen + 1,
    seed: state.seed,
  });
  const replace = (state: ReservoirState<Item>, place: number, item: Item): ReservoirState<Item> => ({
    blocks: list.set(state.blocks, place, { item, serial: state.seen }),
    bytes: state.bytes - bytesOf(list.at(state.blocks, place).item) + bytesOf(item),
    seen: state.seen + 1,
    seed: state.seed,
  });
  const evict = ({ blocks, bytes, seen, seed }: ReservoirState<Item>): ReservoirState<Item> => {
    const last = list.size(blocks) - 1;
    const [value, next] = nextRandom(seed);
    const place = Math.floor(value * (last + 1));
    const { item } = list.at(blocks, place);
    return {
      blocks: list.pop(list.set(blocks, place, list.at(blocks, last))),
      bytes: bytes - bytesOf(item),
      seen,
      seed: next,
    };
  };
  return {
    spec,
    form: (item) => ({
      blocks: ["list", ["list", { item, serial: "count" }]],
      bytes: "count",
      seen: "count",
      seed: "count",
    }),
    init: () => ({ blocks: [], bytes: 0, seen: 0, seed }),
    add(state, item) {
      const own = bytesOf(item);
      if (own > maxBytes) return state;
      const size = list.size(state.blocks);
      const hasRoom = size < capacity && state.bytes + own <= maxBytes;
      if (hasRoom && size === state.seen) return push(state, item);
      const [value, next] = nextRandom(state.seed);
      const drawn = { blocks: state.blocks, bytes: state.bytes, seen: state.seen, seed: next };
      const place = Math.floor(value * (state.seen + 1));
      if (hasRoom && place <= size) return push(drawn, item);
      if (hasRoom || place >= size) return { ...drawn, seen: state.seen + 1 };
      let changed = replace(drawn, place, item);
      while (changed.bytes > maxBytes) changed = evict(changed);
      return changed;
    },
    size: ({ blocks }) => list.size(blocks),
    bytes: ({ bytes }) => bytes,
    sample(state, count) {
      const { blocks, bytes, seen, seed } = state;
      const [items, next] = drawPlaces(
        { count, size: list.size(blocks), seed },
        (place) => list.at(blocks, place).item,
      );
      return [items, { blocks, bytes, seen, seed: next }];
    },
    clear: ({ seed }) => ({ blocks: [], bytes: 0, seen: 0, seed }),
    shrink(state, newest) {
      requireCount("shrink", "newest", newest);
      const size = list.size(state.blocks);
      if (newest >= size) return state;
      const kept = state.blocks.flat().sort((a, b) => a.serial - b.serial).slice(size - newest);
      return kept.reduce<ReservoirState<Item>>((shrunk, { item }) => push(shrunk, item), {
        blocks: [],
        bytes: 0,
        seen: 0,
        seed: state.seed,
      });
    },
  };
}
