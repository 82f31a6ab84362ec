import type { KvKey } from "./kv.ts";

/** A key may have 2048 bytes after encoding, in which a zero byte takes two. */
const NAME_BYTES = 900;

/** The keys that belong to one name. */
export interface Keys {
  /** Where it stands which generation of chunks counts. */
  readonly head: KvKey;
  /** What the records of unfinished saves start with. */
  readonly unfinished: KvKey;
  /** The record of the unfinished save of a generation. */
  unfinishedOf(generation: string): KvKey;
  /** The i-th chunk of a generation. */
  chunk(generation: string, i: number): KvKey;
}

/**
 * The keys that belong to a name.
 *
 * @param prefix The parts that all keys start with.
 * @param name Any text.
 * @returns The keys.
 * @throws {RangeError} If the name is too long for a key.
 */
export function keysOf(prefix: KvKey, name: string): Keys {
  const { length } = new TextEncoder().encode(name);
  if (length > NAME_BYTES) {
    throw new RangeError(`Cannot use name as it must have ${NAME_BYTES} bytes at most: current value has ${length}`);
  }
  const unfinished = [...prefix, name, "unfinished"];
  return {
    head: [...prefix, name, "head"],
    unfinished,
    unfinishedOf: (generation) => [...unfinished, generation],
    chunk: (generation, i) => [...prefix, name, "chunk", generation, i],
  };
}
