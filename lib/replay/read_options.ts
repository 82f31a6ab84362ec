import { plainBytes, type Spec } from "../plain/mod.ts";
import type { ReplayOptions } from "./replay_buffer.ts";

/** The options of a buffer, complete. */
export interface ReadOptions<Item> {
  /** Name and options. */
  readonly spec: Spec;
  /** The seed of the first draw. */
  readonly seed: number;
  /** How many bytes there may be. */
  readonly maxBytes: number;
  /** The bytes of an item, checked. */
  readonly bytesOf: (item: Item) => number;
}

/**
 * Checks the options of a buffer.
 *
 * @param name The function they are given to.
 * @param options The options.
 * @returns The options, complete.
 * @throws {RangeError} If one is out of range.
 */
export function readOptions<Item>(name: string, options: ReplayOptions<Item>): ReadOptions<Item> {
  const { capacity, seed = 0, maxBytes, bytesOf = plainBytes } = options;
  requireWhole(name, { capacity, ...(maxBytes === undefined ? {} : { maxBytes }) }, 1);
  requireWhole(name, { seed }, 0);
  return {
    spec: { name, capacity, seed, ...(maxBytes === undefined ? {} : { maxBytes }) },
    seed,
    maxBytes: maxBytes ?? Infinity,
    bytesOf(item) {
      const bytes = bytesOf(item);
      if (Number.isSafeInteger(bytes) && bytes >= 0) return bytes;
      throw new RangeError(`Cannot add item as bytesOf must give a whole number from 0 on: current value is ${bytes}`);
    },
  };
}

function requireWhole(name: string, options: Readonly<Record<string, number>>, least: 0 | 1): void {
  for (const [field, value] of Object.entries(options)) {
    if (Number.isSafeInteger(value) && value >= least) continue;
    const rule = least === 0 ? "a whole number from 0 on" : "a whole number above 0";
    throw new RangeError(`Cannot create ${name} as ${field} must be ${rule}: current value is ${value}`);
  }
}
