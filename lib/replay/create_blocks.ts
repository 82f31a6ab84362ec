/**
 * A list in blocks that never change: all but the first and the last hold the same number of values, and none is empty.
 *
 * @typeParam T The values.
 */
export type Blocks<T> = readonly (readonly T[])[];

/**
 * Pure functions over lists in blocks.
 *
 * @typeParam T The values.
 */
export interface BlockList<T> {
  /** How many values there are. */
  size(blocks: Blocks<T>): number;
  /** The value at a place from 0 on. */
  at(blocks: Blocks<T>, place: number): T;
  /** The list with another value at a place. */
  set(blocks: Blocks<T>, place: number, value: T): Blocks<T>;
  /** The list with one more value at the end. */
  push(blocks: Blocks<T>, value: T): Blocks<T>;
  /** The list without its last value. */
  pop(blocks: Blocks<T>): Blocks<T>;
  /** The list without its first values. */
  drop(blocks: Blocks<T>, count: number): Blocks<T>;
}

/** Blocks are at least as wide as this. */
const NARROWEST = 32;

/**
 * Lists of which a change copies about twice the square root of their length: the block that changes, and the
 * references of all blocks. All other blocks are shared with the list before.
 *
 * @typeParam T The values.
 * @param capacity How many values a list will hold at most.
 * @returns The functions.
 */
export function createBlocks<T>(capacity: number): BlockList<T> {
  const width = Math.max(NARROWEST, Math.ceil(Math.sqrt(capacity)));
  /** Calls the function with the places of the block and of the value in it. */
  const locate = <R>(blocks: Blocks<T>, place: number, use: (block: number, within: number) => R): R => {
    const later = place - blocks[0].length;
    if (later < 0) return use(0, place);
    const block = Math.floor(later / width);
    return use(block + 1, later - block * width);
  };
  return {
    size(blocks) {
      const count = blocks.length;
      if (count === 0) return 0;
      const last = count === 1 ? 0 : blocks[count - 1].length;
      return blocks[0].length + Math.max(0, count - 2) * width + last;
    },
    at: (blocks, place) => locate(blocks, place, (block, within) => blocks[block][within]),
    set: (blocks, place, value) =>
      locate(blocks, place, (block, within) => blocks.with(block, blocks[block].with(within, value))),
    push(blocks, value) {
      const last = blocks[blocks.length - 1];
      return last === undefined || last.length >= width
        ? [...blocks, [value]]
        : blocks.with(blocks.length - 1, [...last, value]);
    },
    pop(blocks) {
      const last = blocks[blocks.length - 1];
      return last.length === 1 ? blocks.slice(0, -1) : blocks.with(blocks.length - 1, last.slice(0, -1));
    },
    drop(blocks, count) {
      let first = 0;
      while (first < blocks.length && count >= blocks[first].length) count -= blocks[first++].length;
      const left = blocks.slice(first);
      if (count > 0 && left.length > 0) left[0] = left[0].slice(count);
      return left;
    },
  };
}
