import type { Keys } from "./keys.ts";
import type { Kv, KvAtomic } from "./kv.ts";
import { retryLocked } from "./retry_locked.ts";

/** One save: bytes in chunks that are never changed. */
export interface Generation {
  /** What tells its chunks from those of other saves. */
  readonly generation: string;
  /** How many chunks there are. */
  readonly chunks: number;
  /** How many bytes they hold in all. */
  readonly bytes: number;
  /** The SHA-256 of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** The record of a save that takes several commits and has not come to its last. */
interface Unfinished {
  readonly chunks: number;
  readonly since: number;
}

/** A value may have 65,536 bytes after encoding. */
const CHUNK_BYTES = 64_000;
/** A commit may carry 819,200 bytes, keys included. */
const CHUNKS_A_COMMIT = 12;
/** A commit may hold 1000 writes. */
const DELETES_A_COMMIT = 500;
/** How many keys are read at one moment. */
const KEYS_A_READ = 10;
/** After how many milliseconds the chunks of a save that never came to its end are collected. */
const ABANDONED = 3_600_000;

/** Describes a save of the bytes. */
export async function describeGeneration(bytes: Uint8Array): Promise<Generation> {
  const chunks = Math.ceil(bytes.length / CHUNK_BYTES);
  return { generation: crypto.randomUUID(), chunks, bytes: bytes.length, sha256: await sha256(bytes) };
}

/** Whether one commit can carry all chunks. */
export function fitsOneCommit({ chunks }: Generation): boolean {
  return chunks <= CHUNKS_A_COMMIT;
}

/** Adds all chunks to a commit. */
export function writeChunks(writes: KvAtomic, keys: Keys, { generation, chunks }: Generation, bytes: Uint8Array): void {
  for (let i = 0; i < chunks; i++) writes.set(keys.chunk(generation, i), chunk(bytes, i));
}

/** Writes all chunks by commits of their own, under a record that the save is unfinished. */
export async function writeAhead(kv: Kv, keys: Keys, made: Generation, bytes: Uint8Array): Promise<void> {
  const { generation, chunks } = made;
  const record: Unfinished = { chunks, since: Date.now() };
  await commit(kv, (writes) => writes.set(keys.unfinishedOf(generation), record));
  await inParts(chunks, CHUNKS_A_COMMIT, (places) =>
    commit(kv, (writes) => {
      for (const i of places) writes.set(keys.chunk(generation, i), chunk(bytes, i));
    }));
}

/** The bytes of a generation, or undefined if its chunks are not whole. */
export async function readGeneration(kv: Kv, keys: Keys, made: Generation): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(made.bytes);
  let whole = true;
  await inParts(made.chunks, KEYS_A_READ, async (places) => {
    const entries = await retryLocked(() => kv.getMany(places.map((i) => keys.chunk(made.generation, i))));
    for (const [j, { value }] of entries.entries()) {
      const start = places[j] * CHUNK_BYTES;
      if (value instanceof Uint8Array && value.length === Math.min(CHUNK_BYTES, made.bytes - start)) {
        bytes.set(value, start);
      } else whole = false;
    }
  });
  return whole && await sha256(bytes) === made.sha256 ? bytes : undefined;
}

/** Deletes a generation and the record that it is unfinished; none of it counts any more. */
export async function removeGeneration(
  kv: Kv,
  keys: Keys,
  { generation, chunks }: Pick<Generation, "generation" | "chunks">,
): Promise<void> {
  await inParts(chunks, DELETES_A_COMMIT, (places) =>
    commit(kv, (writes) => {
      for (const i of places) writes.delete(keys.chunk(generation, i));
      writes.delete(keys.unfinishedOf(generation));
    }));
}

/** Deletes what writers have left behind that died before their last commit. */
export async function collectAbandoned(kv: Kv, keys: Keys): Promise<void> {
  for await (const { key, value } of kv.list({ prefix: keys.unfinished })) {
    const { chunks, since } = value as Unfinished;
    if (Date.now() - since <= ABANDONED) continue;
    await removeGeneration(kv, keys, { generation: String(key[key.length - 1]), chunks });
  }
}

/** Makes writes together; resolves to their versionstamp, or to undefined if a check has failed. */
export async function commit(kv: Kv, write: (writes: KvAtomic) => void): Promise<string | undefined> {
  const result = await retryLocked(() => {
    const writes = kv.atomic();
    write(writes);
    return writes.commit();
  });
  return result.ok ? result.versionstamp : undefined;
}

/** Runs over the numbers from 0 on, some at a time. */
async function inParts(count: number, size: number, run: (places: number[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < count; start += size) {
    await run(Array.from({ length: Math.min(size, count - start) }, (_, i) => start + i));
  }
}

function chunk(bytes: Uint8Array, i: number): Uint8Array {
  return bytes.slice(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
