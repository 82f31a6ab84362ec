import type { Form, Spec } from "../plain/mod.ts";

/**
 * Keeps samples of a stream to learn them again: pure functions over a state that shares most of itself with the state
 * before.
 *
 * Items are plain data, are kept as they are, and must not be changed once they are in.
 *
 * @typeParam State What it remembers, as plain data.
 * @typeParam Item What it keeps.
 */
export interface ReplayBuffer<State, Item> {
  /** Name and options, enough for `createReplayBuffer` to make it again, together with `bytesOf`. */
  readonly spec: Spec;
  /** What its states look like, from what an item looks like. */
  form(item: Form): Form;
  /** The state before the first item. */
  init(): State;
  /**
   * The state after one more item, which it may hold or not. An item of more than `maxBytes` is left out, as if it had
   * not come.
   */
  add(state: State, item: Item): State;
  /** How many items it holds. */
  size(state: State): number;
  /** The sum of the bytes of all items it holds: `maxBytes` at most. */
  bytes(state: State): number;
  /**
   * Items drawn at random, each draw from all that it holds; and the state with the seed of the next draw. None from an
   * empty buffer.
   *
   * @throws {RangeError} If the count is not a whole number from 0 on.
   */
  sample(state: State, count: number): [items: Item[], state: State];
  /** The state without items. The seed goes on. */
  clear(state: State): State;
  /**
   * The state with its newest items alone, as after a drift.
   *
   * @throws {RangeError} If the number of items to keep is not a whole number from 0 on.
   */
  shrink(state: State, newest: number): State;
}

/**
 * Options of buffers.
 *
 * @typeParam Item What they keep.
 */
export interface ReplayOptions<Item = unknown> {
  /** How many items it holds at most: a whole number above 0. */
  readonly capacity: number;
  /**
   * The seed of its draws: a whole number from 0 on.
   *
   * @default {0}
   */
  readonly seed?: number;
  /** How many bytes all its items have together at most: a whole number above 0; no bound if missing. */
  readonly maxBytes?: number;
  /**
   * The bytes of an item: a whole number from 0 on, the same at each call. If missing, `plainBytes`.
   */
  readonly bytesOf?: (item: Item) => number;
}
