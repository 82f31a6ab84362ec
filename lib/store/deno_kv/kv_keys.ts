import type { DenoKvKey } from "./deno_kv.ts";

/** Chunks that one save has written, and that are never changed. */
export interface Generation {
  /** The versionstamp of the head that the save was to replace; empty if there was none. */
  readonly base: string;
  /** A name that no other save has. */
  readonly writer: string;
  /** How many chunks there are. */
  readonly chunks: number;
}

/** Where a model stands in the database. */
export interface KvKeys {
  /** The key of the record that says which generation counts. */
  readonly head: DenoKvKey;
  /** The key of a chunk. */
  chunk(generation: Pick<Generation, "base" | "writer">, index: number): DenoKvKey;
  /** Where the chunks stand of all other generations with this base or an older one. */
  others(than: Generation): readonly { start: DenoKvKey; end: DenoKvKey }[];
}

/** How many bytes of UTF-8 a name may have, so that keys stay below the 2,048 bytes that Deno KV takes. */
const LONGEST_NAME = 900;

/**
 * The keys of a model.
 *
 * @param prefix The parts that every key starts with.
 * @param name The name of the model.
 * @returns The keys.
 * @throws {RangeError} If the name has more than 900 bytes of UTF-8, or halves of characters, which UTF-8 does not have.
 */
export function kvKeys(prefix: DenoKvKey, name: string): KvKeys {
  requireName(name);
  const root = [...prefix, name, "chunk"];
  return {
    head: [...prefix, name, "head"],
    chunk: ({ base, writer }, index) => [...root, base, writer, index],
    others: ({ base, writer, chunks }) => [
      { start: root, end: [...root, base, writer] },
      { start: [...root, base, writer, chunks], end: [...root, base, true] }, // a boolean sorts after every text
    ],
  };
}

function requireName(name: string): void {
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > LONGEST_NAME) {
    throw new RangeError(`Cannot use name as it must have ${LONGEST_NAME} bytes at most: current value has ${bytes}`);
  }
  if (!name.isWellFormed()) {
    throw new RangeError(`Cannot use name as it must be well-formed: current value is ${JSON.stringify(name)}`);
  }
}
