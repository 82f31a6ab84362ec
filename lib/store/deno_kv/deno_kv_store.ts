import { StoreConflictError } from "../store_conflict_error.ts";
import type { Store } from "../store.ts";
import { collectChunks } from "./collect_chunks.ts";
import type { DenoKv, DenoKvAtomic } from "./deno_kv.ts";
import { type Head, readHead } from "./read_head.ts";
import { kvKeys } from "./kv_keys.ts";
import { readChunks } from "./read_chunks.ts";
import { retryLocked, type RetryLockedOptions } from "./retry_locked.ts";
import { sha256 } from "./sha256.ts";

/** Options of {@linkcode denoKvStore}. */
export interface DenoKvStoreOptions extends RetryLockedOptions {
  /**
   * The first part of every key.
   *
   * @default {"backstream"}
   */
  readonly prefix?: string;
}

/** How many bytes a chunk holds: a value may have 65,536. */
const CHUNK_BYTES = 64_000;
/** How many chunks a commit writes: all its keys and values may have 819,200 bytes. */
const CHUNKS_A_COMMIT = 12;

/**
 * A store in Deno KV. Processes may share it, on Deno Deploy as well as in a file.
 *
 * Bytes are cut into chunks that are never changed, under `[prefix, name, "chunk", base, writer, i]`, and one record,
 * `[prefix, name, "head"]`, says which chunks count and what their SHA-256 is. The last commit of a save checks that the
 * head is still the expected one and replaces it; its versionstamp is the version. `base` is the versionstamp of the head
 * that a save was to replace. As the head never gets an old versionstamp again, a save can no longer succeed once another
 * one has replaced its base; so whoever replaces a head deletes all other chunks of that base and of older ones, those of
 * writers that died included, and never those of a writer that may still succeed. To that end `remove` leaves a small
 * record behind.
 *
 * @param kv The database, as `Deno.openKv()` opens it.
 * @param options The prefix of the keys, and how to wait while a file is locked.
 * @returns The store. Names may have 900 bytes of UTF-8.
 *
 * @example Usage
 * ```ts
 * import { denoKvStore } from "@backstream/backstream/store/deno_kv";
 * import { assertEquals } from "@std/assert";
 *
 * using kv = await Deno.openKv(":memory:");
 * const store = denoKvStore(kv);
 * const version = await store.save("model", Uint8Array.of(1, 2), undefined);
 * assertEquals(await store.load("model"), { bytes: Uint8Array.of(1, 2), version });
 * ```
 */
export function denoKvStore(kv: DenoKv, options: DenoKvStoreOptions = {}): Store {
  const { prefix = "backstream" } = options;
  const commit = (atomic: DenoKvAtomic) => retryLocked(() => atomic.commit(), options);

  return {
    async load(name) {
      const keys = kvKeys(prefix, name);
      for (let head = await readHead(kv, keys); head.content !== undefined;) {
        const bytes = await readChunks(kv, keys, head.content);
        if (bytes !== undefined) return { bytes, version: head.versionstamp! };
        const newer = await readHead(kv, keys); // chunks are deleted as soon as another save has replaced their head
        if (newer.versionstamp === head.versionstamp) {
          throw new RangeError(`Cannot load "${name}" as all its chunks must be there: current value is incomplete`);
        }
        head = newer;
      }
      return undefined;
    },

    async version(name) {
      return versionOf(await readHead(kv, kvKeys(prefix, name)));
    },

    async save(name, bytes, expected) {
      const keys = kvKeys(prefix, name);
      const old = await readHead(kv, keys);
      if (versionOf(old) !== expected) throw new StoreConflictError(name, expected);

      const copy = bytes.slice();
      const generation = { base: old.versionstamp ?? "", writer: crypto.randomUUID() };
      const chunks = Math.ceil(copy.length / CHUNK_BYTES);
      const content = { ...generation, chunks, bytes: copy.length, sha256: await sha256(copy) };
      let atomic = kv.atomic();
      for (let i = 0; i < chunks; i++) {
        atomic.set(keys.chunk(generation, i), copy.slice(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES));
        if ((i + 1) % CHUNKS_A_COMMIT > 0 || i + 1 === chunks) continue;
        await commit(atomic);
        atomic = kv.atomic();
      }
      const result = await commit(
        atomic.check({ key: keys.head, versionstamp: old.versionstamp }).set(keys.head, content),
      );
      const version = result.ok ? result.versionstamp : await ownVersion(await readHead(kv, keys), generation.writer);
      if (version === undefined) throw new StoreConflictError(name, expected);
      await collectChunks({ kv, keys, old: old.content, kept: content, commit });
      return version;
    },

    async remove(name) {
      const keys = kvKeys(prefix, name);
      for (let old = await readHead(kv, keys); old.content !== undefined; old = await readHead(kv, keys)) {
        const kept = { base: old.versionstamp!, writer: "", chunks: 0 };
        const atomic = kv.atomic().check({ key: keys.head, versionstamp: old.versionstamp });
        const { ok } = await commit(atomic.set(keys.head, { removed: true }));
        if (ok) await collectChunks({ kv, keys, old: old.content, kept, commit });
      }
    },
  };
}

/** A removed model has a head, but no version. */
function versionOf({ content, versionstamp }: Head): string | undefined {
  return content === undefined ? undefined : versionstamp!;
}

/** The version, if it is this writer's: its commit may have failed only to say that it was done, and then been repeated. */
function ownVersion({ content, versionstamp }: Head, writer: string): string | undefined {
  return content?.writer === writer ? versionstamp! : undefined;
}
