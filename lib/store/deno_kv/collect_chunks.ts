import type { DenoKv, DenoKvAtomic, DenoKvKey } from "./deno_kv.ts";
import type { Generation, KvKeys } from "./kv_keys.ts";

/** A generation and how many chunks it has. */
interface Chunks extends Generation {
  readonly chunks: number;
}

/** Options of {@linkcode collectChunks}. */
export interface CollectChunksOptions {
  /** The database. */
  readonly kv: DenoKv;
  /** Where the model stands in it. */
  readonly keys: KvKeys;
  /** The generation that counted before, if there was one. */
  readonly old: Chunks | undefined;
  /** The generation that has replaced it; its base is the head that it replaced. */
  readonly kept: Chunks;
  /** Does changes. */
  readonly commit: (atomic: DenoKvAtomic) => Promise<unknown>;
}

/** How many keys a commit deletes: its keys may have 81,920 bytes, and each of them 2,048. */
const KEYS_A_COMMIT = 32;

/**
 * Deletes the chunks that can never count again: those of the generation before, and those of saves that were to replace
 * the same head or an older one. A failure is of no consequence, as the next collection finds what this one has left.
 *
 * @param options The database, and what has replaced what.
 */
export async function collectChunks({ kv, keys, old, kept, commit }: CollectChunksOptions): Promise<void> {
  const remove = async (dead: readonly DenoKvKey[]) => {
    for (let i = 0; i < dead.length; i += KEYS_A_COMMIT) {
      const atomic = kv.atomic();
      for (const key of dead.slice(i, i + KEYS_A_COMMIT)) atomic.delete(key);
      await commit(atomic);
    }
  };
  try {
    // Listing reads the values as well, so what is known is deleted without; then there is mostly nothing left to list.
    if (old !== undefined) await remove(Array.from({ length: old.chunks }, (_, i) => keys.chunk(old, i)));
    for (const range of keys.others(kept, kept.chunks)) {
      const dead: DenoKvKey[] = [];
      for await (const { key } of kv.list(range)) dead.push(key);
      await remove(dead);
    }
  } catch {
    // what was saved is durable whether or not this succeeds
  }
}
