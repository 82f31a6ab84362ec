import { type Blocks, createBlocks } from "./create_blocks.ts";
import { drawPlaces } from "./draw_places.ts";
import { readOptions } from "./read_options.ts";
import type { ReplayBuffer, ReplayOptions } from "./replay_buffer.ts";
import { requireCount } from "./require_count.ts";

/**
 * The state of {@linkcode slidingBuffer}.
 *
 * @typeParam Item What it keeps.
 */
export interface SlidingBufferState<Item> {
  /** The items, the oldest first. */
  readonly blocks: Blocks<Item>;
  /** The sum of their bytes. */
  readonly bytes: number;
  /** The seed of the next draw. */
  readonly seed: number;
}

/**
 * A buffer of the newest items. When it is full, by `capacity` or by `maxBytes`, the oldest ones go as new ones come.
 *
 * To add an item copies about four times the square root of the capacity in references.
 *
 * @typeParam Item What it keeps.
 * @param options How much it holds, and the seed.
 * @returns The buffer.
 * @throws {RangeError} If an option is out of range.
 *
 * @example Usage
 * ```ts
 * import { slidingBuffer } from "@backstream/backstream";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const buffer = slidingBuffer<number>({ capacity: 3, seed: 1 });
 * const state = [1, 2, 3, 4, 5].reduce(buffer.add, buffer.init());
 * assertEquals([buffer.size(state), buffer.bytes(state)], [3, 24]);
 * const [items, next] = buffer.sample(state, 100);
 * assert(items.every((item) => item >= 3));
 * assertEquals(buffer.sample(buffer.shrink(next, 1), 2)[0], [5, 5]);
 * ```
 */
export function slidingBuffer<Item = unknown>(
  options: ReplayOptions<Item>,
): ReplayBuffer<SlidingBufferState<Item>, Item> {
  const { spec, seed, maxBytes, bytesOf } = readOptions("slidingBuffer", options);
  const { capacity } = options;
  const list = createBlocks<Item>(capacity);
  return {
    spec,
    form: (item) => ({ blocks: ["list", ["list", item]], bytes: "count", seed: "count" }),
    init: () => ({ blocks: [], bytes: 0, seed }),
    add(state, item) {
      const own = bytesOf(item);
      if (own > maxBytes) return state;
      let gone = list.size(state.blocks) < capacity ? 0 : 1;
      let left = gone === 0 ? state.bytes : state.bytes - bytesOf(list.at(state.blocks, 0));
      while (left + own > maxBytes) left -= bytesOf(list.at(state.blocks, gone++));
      return { blocks: list.push(list.drop(state.blocks, gone), item), bytes: left + own, seed: state.seed };
    },
    size: ({ blocks }) => list.size(blocks),
    bytes: ({ bytes }) => bytes,
    sample(state, count) {
      const { blocks, seed } = state;
      const [items, next] = drawPlaces({ count, size: list.size(blocks), seed }, (place) => list.at(blocks, place));
      return [items, { blocks, bytes: state.bytes, seed: next }];
    },
    clear: ({ seed }) => ({ blocks: [], bytes: 0, seed }),
    shrink({ blocks, bytes, seed }, newest) {
      requireCount("shrink", "newest", newest);
      const gone = Math.max(0, list.size(blocks) - newest);
      for (let i = 0; i < gone; i++) bytes -= bytesOf(list.at(blocks, i));
      return { blocks: list.drop(blocks, gone), bytes, seed };
    },
  };
}
