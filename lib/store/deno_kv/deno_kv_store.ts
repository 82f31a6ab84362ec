import { StoreConflictError } from "../store_conflict_error.ts";
import type { Store } from "../store.ts";
import { collectChunks } from "./collect_chunks.ts";
import type { DenoKv, DenoKvAtomic, DenoKvKey } from "./deno_kv.ts";
import { kvKeys } from "./kv_keys.ts";
import { readChunks } from "./read_chunks.ts";
import { type Head, type HeadContent, readHead } from "./read_head.ts";
import { retryLocked, type RetryLockedOptions } from "./retry_locked.ts";
import { sha256 } from "./sha256.ts";
import { CHUNK_BYTES, CHUNKS_A_COMMIT, writeChunks } from "./write_chunks.ts";

/** How long, in milliseconds, a record stays that says that something was removed: longer than a save can be under way. */
const REMOVED = 600_000;
/** The chunks of writers that died are looked for by the first save to a name, after another writer's, and each so many. */
const SAVES = 64;
/** So many heads are known without a read. */
const HEADS = 256;
/** How often a load begins anew as another save has replaced what it was reading. */
const READS = 20;

/** Options of {@linkcode denoKvStore}. */
export interface DenoKvStoreOptions extends RetryLockedOptions {
  /**
   * The parts that every key starts with.
   *
   * @default {["backstream"]}
   */
  readonly prefix?: DenoKvKey;
}

/**
 * A store in Deno KV. Processes may share it, on Deno Deploy as well as in a file.
 *
 * Bytes are cut into chunks that are never changed, under `[...prefix, name, "chunk", base, writer, i]`, and one record,
 * `[...prefix, name, "head"]`, says which chunks count and what their SHA-256 is. The last commit of a save checks that the
 * head is still the expected one and replaces it; its versionstamp is the version. `base` is the versionstamp of the head
 * that a save was to replace. As the head never gets an old versionstamp again, a save can no longer succeed once another
 * one has replaced its base; so whoever replaces a head deletes the chunks of the old one in the same commit, and now and
 * then all other chunks of that base and of older ones, those of writers that died, and never those of a writer that may
 * still succeed. To that end `remove` leaves a small record behind for ten minutes, in which every save that had begun has
 * ended. A save that follows one of the same store reads nothing: should another have come between, the check fails.
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
  const { prefix = ["backstream"] } = options;
  const reader: Pick<DenoKv, "get" | "getMany"> = {
    get: (key) => retryLocked(() => kv.get(key), options),
    getMany: (keys) => retryLocked(() => kv.getMany(keys), options),
  };
  const commit = (atomic: DenoKvAtomic) => retryLocked(() => atomic.commit(), options);
  const saved = new Map<string, { readonly head: Head; readonly saves: number }>();

  return {
    async load(name) {
      const keys = kvKeys(prefix, name);
      let head = await readHead(reader, keys);
      for (let reads = 1; head.content !== undefined; reads++) {
        const bytes = await readChunks(reader, keys, head.content);
        if (bytes !== undefined) return { bytes, version: head.versionstamp! };
        const newer = await readHead(reader, keys); // chunks are deleted as soon as another save has replaced the head
        if (newer.versionstamp === head.versionstamp) {
          throw new RangeError(`Cannot load "${name}" as its chunks must be whole: current value is damaged`);
        }
        if (reads === READS) {
          const rule = `it must stay the same for one of ${READS} reads`;
          throw new RangeError(`Cannot load "${name}" as ${rule}: current value keeps changing`);
        }
        head = newer;
      }
      return undefined;
    },

    async version(name) {
      return versionOf(await readHead(reader, kvKeys(prefix, name)));
    },

    async save(name, bytes, expected) {
      const copy = bytes.slice(); // before anything is waited for
      const keys = kvKeys(prefix, name);
      const last = saved.get(name);
      saved.delete(name);
      const isOwn = last !== undefined && last.head.versionstamp === expected;
      const old = isOwn ? last.head : await readHead(reader, keys);
      if (versionOf(old) !== expected) throw new StoreConflictError(name, expected);

      const content: HeadContent = {
        base: old.versionstamp ?? "",
        writer: crypto.randomUUID(),
        chunks: Math.ceil(copy.length / CHUNK_BYTES),
        bytes: copy.length,
        sha256: await sha256(copy),
      };
      const dead = old.content;
      const isSmall = dead !== undefined && dead.chunks <= CHUNKS_A_COMMIT;
      const replaced = isSmall ? Array.from({ length: dead.chunks }, (_, i) => keys.chunk(dead, i)) : [];
      const result = await writeChunks({ kv, keys, content, bytes: copy, replaced, commit });
      const version = result.ok ? result.versionstamp : versionSavedBy(content, await readHead(reader, keys));
      if (version === undefined) {
        await collectChunks({ kv, keys, dead: content, commit });
        throw new StoreConflictError(name, expected);
      }
      const saves = isOwn ? last.saves + 1 : 0;
      const left = { dead: isSmall ? undefined : dead, ...saves % SAVES === 0 ? { kept: content } : {} };
      await collectChunks({ kv, keys, ...left, commit });
      if (saved.size >= HEADS) saved.clear();
      saved.set(name, { head: { content, versionstamp: version }, saves });
      return version;
    },

    async remove(name, expected) {
      const keys = kvKeys(prefix, name);
      for (let old = await readHead(reader, keys); old.content !== undefined; old = await readHead(reader, keys)) {
        const version = versionOf(old);
        if (version !== (expected ?? version)) throw new StoreConflictError(name, expected, "remove");
        const last = kv.atomic().check({ key: keys.head, versionstamp: old.versionstamp });
        const { ok } = await commit(last.set(keys.head, { removed: true }, { expireIn: REMOVED }));
        const kept = { base: old.versionstamp!, writer: "", chunks: 0 };
        if (ok) return await collectChunks({ kv, keys, dead: old.content, kept, commit });
      }
    },
  };
}

/**
 * A client of a remote database commits again if the answer to a commit is lost. The check fails then although the save is
 * done, and because it is done; so only the head tells.
 */
function versionSavedBy({ writer }: HeadContent, head: Head): string | undefined {
  return head.content?.writer === writer ? versionOf(head) : undefined;
}

/** A removed model has a head, but no version. */
function versionOf({ content, versionstamp }: Head): string | undefined {
  return content === undefined ? undefined : versionstamp!;
}
