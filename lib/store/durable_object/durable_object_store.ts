import { StoreConflictError } from "../store_conflict_error.ts";
import type { Store } from "../store.ts";
import type { DurableObjectStorage } from "./durable_object_storage.ts";

/** How many bytes a row holds: all its columns may have 2 MiB. */
const CHUNK_BYTES = 1_900_000;

const TABLES = [
  "CREATE TABLE IF NOT EXISTS backstream_heads (name TEXT PRIMARY KEY, version INTEGER NOT NULL, bytes INTEGER NOT NULL)",
  "CREATE TABLE IF NOT EXISTS backstream_chunks (name TEXT, place INTEGER, data BLOB NOT NULL, PRIMARY KEY (name, place))",
  "CREATE TABLE IF NOT EXISTS backstream_saves (id INTEGER PRIMARY KEY CHECK (id = 0), count INTEGER NOT NULL)",
  "INSERT OR IGNORE INTO backstream_saves VALUES (0, 0)",
];

/**
 * A store in a Durable Object, whose storage must be that of SQLite. A save is one transaction, and resolves when it is on
 * disk.
 *
 * An object runs in one place and does one thing at a time, so one object for each model is best: other objects learn
 * beside it, and none has to learn anew what another one was first to save. The object is to be handed to nobody else, as the
 * tables `backstream_heads`, `backstream_chunks` and `backstream_saves` are the store's.
 *
 * @param storage The storage, `ctx.storage` in the constructor of the object.
 * @returns The store.
 *
 * @example Usage
 * ```ts ignore
 * import { createApp } from "@backstream/backstream/http";
 * import { durableObjectStore } from "@backstream/backstream/store/durable_object";
 *
 * export class Model {
 *   #app;
 *   constructor(ctx) {
 *     this.#app = createApp({ models, store: durableObjectStore(ctx.storage) });
 *   }
 *   fetch(request) {
 *     return this.#app.fetch(request);
 *   }
 * }
 * ```
 *
 * @example With a database that has the same methods
 * ```ts
 * import { durableObjectStore } from "@backstream/backstream/store/durable_object";
 * import { assertEquals } from "@std/assert";
 * import { DatabaseSync } from "node:sqlite";
 *
 * const database = new DatabaseSync(":memory:");
 * const store = durableObjectStore({
 *   sql: {
 *     exec(query, ...bindings) {
 *       const rows = database.prepare(query).all(...bindings as string[]);
 *       return { toArray: () => rows };
 *     },
 *   },
 *   transactionSync: (closure) => closure(),
 *   sync: () => Promise.resolve(),
 * });
 * const version = await store.save("model", Uint8Array.of(1, 2), undefined);
 * assertEquals(await store.load("model"), { bytes: Uint8Array.of(1, 2), version });
 * ```
 */
export function durableObjectStore(storage: DurableObjectStorage): Store {
  const rows = (query: string, ...bindings: unknown[]) => storage.sql.exec(query, ...bindings).toArray();
  storage.transactionSync(() => TABLES.forEach((query) => rows(query)));

  const head = (key: string): { version: string; bytes: number } | undefined => {
    const [row] = rows("SELECT version, bytes FROM backstream_heads WHERE name = ?", key);
    return row && { version: String(row.version), bytes: row.bytes as number };
  };

  const clear = (key: string): void => {
    rows("DELETE FROM backstream_heads WHERE name = ?", key);
    rows("DELETE FROM backstream_chunks WHERE name = ?", key);
  };

  return {
    async load(name) {
      await undefined; // what was begun before is done
      const key = keyOf(name);
      const found = head(key);
      if (found === undefined) return undefined;
      const bytes = new Uint8Array(found.bytes);
      let offset = 0;
      for (const { data } of rows("SELECT data FROM backstream_chunks WHERE name = ? ORDER BY place", key)) {
        const chunk = toBytes(data);
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      return { bytes, version: found.version };
    },

    version: (name) => Promise.resolve(head(keyOf(name))?.version),

    async save(name, bytes, expected) {
      const key = keyOf(name);
      const version = storage.transactionSync(() => {
        if (head(key)?.version !== expected) return undefined;
        clear(key);
        const [{ count }] = rows("UPDATE backstream_saves SET count = count + 1 RETURNING count");
        rows("INSERT INTO backstream_heads VALUES (?, ?, ?)", key, count, bytes.length);
        for (let i = 0; i * CHUNK_BYTES < bytes.length; i++) {
          const chunk = bytes.slice(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES);
          rows("INSERT INTO backstream_chunks VALUES (?, ?, ?)", key, i, chunk);
        }
        return String(count);
      });
      if (version === undefined) throw new StoreConflictError(name, expected);
      await storage.sync();
      return version;
    },

    async remove(name, expected) {
      const key = keyOf(name);
      storage.transactionSync(() => {
        const version = head(key)?.version;
        if (version !== undefined && version !== (expected ?? version)) {
          throw new StoreConflictError(name, expected, "remove");
        }
        clear(key);
      });
      await storage.sync();
    },
  };
}

/** SQL text ends at a zero character in some places. */
function keyOf(name: string): string {
  return encodeURIComponent(name);
}

/** Blobs are array buffers in a Durable Object, and typed arrays elsewhere. */
function toBytes(data: unknown): Uint8Array {
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data as Uint8Array;
}
