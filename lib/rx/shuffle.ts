import { concatWith, defer, mergeMap, type OperatorFunction } from "../deps/rxjs.ts";
import { nextRandom } from "../random/mod.ts";
import { requireWhole } from "./require_whole.ts";

/** How values are shuffled. */
export interface ShuffleOptions {
  /** How many values are held back. The larger, the better they mix; memory is bounded by it. */
  readonly size: number;
  /** The seed: the same seed gives the same order, to every subscriber. */
  readonly seed: number;
}

/**
 * Shuffles a stream through a buffer.
 *
 * 1. The first `size` values fill the buffer.
 * 2. Each further value takes the place of a random one, which is emitted.
 * 3. At the end the buffer is emitted in random order (Fisher and Yates; Durstenfeld, 1964), without a break. So a buffer
 *    that holds all values gives each order with the same probability; a smaller one emits no value more than `size`
 *    places early.
 *
 * @typeParam T What the values are.
 * @param options How many values the buffer holds, and the seed.
 * @returns The operator.
 * @throws {RangeError} If the size is not a whole number above 0.
 *
 * @example Usage
 * ```ts
 * import { shuffle } from "@backstream/backstream/rx";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 * import { lastValueFrom, range, toArray } from "rxjs";
 *
 * const mixed = await lastValueFrom(range(0, 100).pipe(shuffle({ size: 100, seed: 1 }), toArray()));
 * assertNotEquals(mixed[0], 0);
 * assertEquals(mixed.toSorted((a, b) => a - b)[99], 99);
 * ```
 */
export function shuffle<T>({ size, seed }: ShuffleOptions): OperatorFunction<T, T> {
  requireWhole("shuffle", { size });
  return (source) =>
    defer(() => {
      const buffer = createBuffer<T>(size, seed);
      return source.pipe(mergeMap((value) => buffer.exchange(value)), concatWith(defer(() => buffer.drain())));
    });
}

function createBuffer<T>(size: number, seed: number) {
  const held: T[] = [];
  const randomPlace = (): number => {
    const [value, next] = nextRandom(seed);
    seed = next;
    return Math.floor(value * held.length);
  };
  return {
    /** Takes a value in, and gives out a random one if the buffer is full. */
    exchange(value: T): T[] {
      if (held.length < size) {
        held.push(value);
        return [];
      }
      const place = randomPlace();
      const out = held[place];
      held[place] = value;
      return [out];
    },
    /** Gives out all that is left, in random order. */
    *drain(): Generator<T> {
      while (held.length > 0) {
        const place = randomPlace();
        const out = held[place];
        const last = held.pop()!;
        if (place < held.length) held[place] = last;
        yield out;
      }
    },
  };
}
