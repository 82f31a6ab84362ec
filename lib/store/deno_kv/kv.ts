/** A key: its parts from the general to the special. */
export type KvKey = readonly (string | number)[];

/** What stands under a key. */
export interface KvEntry {
  /** The value, or null if there is none. */
  readonly value: unknown;
  /** Which write it came from, or null if there is none. */
  readonly versionstamp: string | null;
}

/** Writes that are made together or not at all. */
export interface KvAtomic {
  /** Makes the writes only if the key has not been written since. */
  check(check: { key: KvKey; versionstamp: string | null }): KvAtomic;
  /** Sets a key. */
  set(key: KvKey, value: unknown): KvAtomic;
  /** Deletes a key. */
  delete(key: KvKey): KvAtomic;
  /** Makes the writes. */
  commit(): Promise<{ ok: true; versionstamp: string } | { ok: false }>;
}

/** The part of Deno KV that a store needs; a `Deno.Kv` fits. */
export interface Kv {
  /** Reads one key. */
  get(key: KvKey): Promise<KvEntry>;
  /** Reads up to ten keys at one moment. */
  getMany(keys: readonly KvKey[]): Promise<readonly KvEntry[]>;
  /** Reads the keys that start with a prefix. */
  list(selector: { prefix: KvKey }): AsyncIterable<KvEntry & { readonly key: readonly unknown[] }>;
  /** Begins writes that are made together. */
  atomic(): KvAtomic;
}
