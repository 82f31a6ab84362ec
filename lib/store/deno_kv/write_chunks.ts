import type { DenoKv, DenoKvAtomic, DenoKvCommit, DenoKvKey } from "./deno_kv.ts";
import type { KvKeys } from "./kv_keys.ts";
import type { HeadContent } from "./read_head.ts";

/** How many bytes a chunk holds: a value may have 65,536. */
export const CHUNK_BYTES = 64_000;
/**
 * How many chunks a commit writes: all its keys and values may have 819,200 bytes. The last deletes as many at most, as its
 * keys may have 81,920 bytes and each of them 2,048.
 */
export const CHUNKS_A_COMMIT = 12;

/** Options of {@linkcode writeChunks}. */
export interface WriteChunksOptions {
  /** The database. */
  readonly kv: DenoKv;
  /** Where the model stands in it. */
  readonly keys: KvKeys;
  /** What the head is to say. */
  readonly content: HeadContent;
  /** The bytes, which nobody else changes. */
  readonly bytes: Uint8Array;
  /** Chunks that count no more with the last commit, which deletes them; as many as it may write at most. */
  readonly replaced?: readonly DenoKvKey[];
  /** Makes changes. */
  readonly commit: (atomic: DenoKvAtomic) => Promise<DenoKvCommit>;
}

/**
 * Writes the chunks of a generation and, in the last commit, the head, if it is still the one that is to be replaced.
 *
 * @param options The database, and what to write.
 * @returns What came of the last commit.
 */
export async function writeChunks(options: WriteChunksOptions): Promise<DenoKvCommit> {
  const { kv, keys, content, bytes, replaced = [], commit } = options;
  let atomic = kv.atomic();
  for (let i = 0; i < content.chunks; i++) {
    if (i > 0 && i % CHUNKS_A_COMMIT === 0) {
      await commit(atomic);
      atomic = kv.atomic();
    }
    atomic.set(keys.chunk(content, i), bytes.slice(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES));
  }
  for (const key of replaced) atomic.delete(key);
  const versionstamp = content.base === "" ? null : content.base;
  return await commit(atomic.check({ key: keys.head, versionstamp }).set(keys.head, content));
}
