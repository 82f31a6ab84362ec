import type { DenoKv, DenoKvAtomic, DenoKvKey } from "./deno_kv.ts";
import type { Generation, KvKeys } from "./kv_keys.ts";

/** Options of {@linkcode collectChunks}. */
export interface CollectChunksOptions {
  /** The database. */
  readonly kv: DenoKv;
  /** Where the model stands in it. */
  readonly keys: KvKeys;
  /** The generation whose chunks can never count again, as far as it is known. */
  readonly dead: Generation | undefined;
  /** The generation that has become the head, if one has; its base is the head that it replaced. */
  readonly kept?: Generation;
  /** Makes changes. */
  readonly commit: (atomic: DenoKvAtomic) => Promise<unknown>;
}

/** How many keys a commit deletes: its keys may have 81,920 bytes, and each of them 2,048. */
const KEYS_A_COMMIT = 32;

/**
 * Deletes the chunks that can never count again: those of the dead generation, and those of all saves that were to replace
 * the same head as the kept generation or an older one. A failure is of no consequence, as the next collection finds what
 * this one has left.
 *
 * @param options The database, and what has replaced what.
 */
export async function collectChunks({ kv, keys, dead, kept, commit }: CollectChunksOptions): Promise<void> {
  const remove = async (chunks: readonly DenoKvKey[]) => {
    for (let i = 0; i < chunks.length; i += KEYS_A_COMMIT) {
      const atomic = kv.atomic();
      for (const key of chunks.slice(i, i + KEYS_A_COMMIT)) atomic.delete(key);
      await commit(atomic);
    }
  };
  try {
    // Listing reads the values as well, so what is known goes first; then there is mostly nothing left to list.
    if (dead !== undefined) await remove(Array.from({ length: dead.chunks }, (_, i) => keys.chunk(dead, i)));
    for (const range of kept === undefined ? [] : keys.others(kept)) {
      for await (const { key } of kv.list(range)) await remove([key as DenoKvKey]);
    }
  } catch {
    // what was saved is durable whether or not this succeeds
  }
}
