import type { Store, Stored } from "./store.ts";
import { StoreConflictError } from "./store_conflict_error.ts";

/**
 * A store that lives as long as the process: for tests, and for models that may be forgotten.
 *
 * @returns The store.
 *
 * @example Usage
 * ```ts
 * import { memoryStore } from "@backstream/backstream";
 * import { assertEquals } from "@std/assert";
 *
 * const store = memoryStore();
 * const version = await store.save("model", Uint8Array.of(1, 2), undefined);
 * assertEquals(await store.load("model"), { bytes: Uint8Array.of(1, 2), version });
 * ```
 */
export function memoryStore(): Store {
  const kept = new Map<string, Stored>();
  let saves = 0;
  return {
    load(name) {
      const stored = kept.get(name);
      return Promise.resolve(stored && { ...stored, bytes: stored.bytes.slice() });
    },
    version(name) {
      return Promise.resolve(kept.get(name)?.version);
    },
    save(name, bytes, expected) {
      if (kept.get(name)?.version !== expected) return Promise.reject(new StoreConflictError(name, expected));
      const version = String(++saves);
      kept.set(name, { bytes: bytes.slice(), version });
      return Promise.resolve(version);
    },
    remove(name, expected) {
      const version = kept.get(name)?.version;
      if (version !== undefined && version !== (expected ?? version)) {
        return Promise.reject(new StoreConflictError(name, expected, "remove"));
      }
      kept.delete(name);
      return Promise.resolve();
    },
  };
}
