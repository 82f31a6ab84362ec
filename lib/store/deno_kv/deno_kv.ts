/** A key: its parts in order. */
export type DenoKvKey = readonly (Uint8Array | string | number | bigint | boolean)[];

/** What stands under a key. */
export interface DenoKvEntry {
  /** The key, in which some databases have parts of other types too. */
  readonly key: readonly unknown[];
  /** The value; null if there is none. */
  readonly value: unknown;
  /** Which commit set it, as text that grows from commit to commit; null if there is no value. */
  readonly versionstamp: string | null;
}

/** What came of a commit: it is done, or a check has failed. */
export type DenoKvCommit = { readonly ok: true; readonly versionstamp: string } | { readonly ok: false };

/** Changes that happen together or not at all. */
export interface DenoKvAtomic {
  /** Nothing happens unless the key still has this versionstamp. */
  check(check: { key: DenoKvKey; versionstamp: string | null }): DenoKvAtomic;
  /** Sets a value, which may be deleted after so many milliseconds. */
  set(key: DenoKvKey, value: unknown, options?: { expireIn?: number }): DenoKvAtomic;
  /** Deletes a value. */
  delete(key: DenoKvKey): DenoKvAtomic;
  /** Does it. */
  commit(): Promise<DenoKvCommit>;
}

/** What the store needs of a Deno KV database: a `Deno.Kv` has it, and so has what `npm:@deno/kv` opens. */
export interface DenoKv {
  /** Reads an entry, with strong consistency. */
  get(key: DenoKvKey): Promise<DenoKvEntry>;
  /** Reads up to ten entries at one moment. */
  getMany(keys: readonly DenoKvKey[]): Promise<readonly DenoKvEntry[]>;
  /** Reads the entries from one key on up to another one. */
  list(selector: { start: DenoKvKey; end: DenoKvKey }): AsyncIterable<DenoKvEntry>;
  /** Begins changes that happen together. */
  atomic(): DenoKvAtomic;
}
