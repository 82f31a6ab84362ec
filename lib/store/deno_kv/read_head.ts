import type { DenoKv } from "./deno_kv.ts";
import type { Generation, KvKeys } from "./kv_keys.ts";

/** What the record at the head says. */
export interface HeadContent extends Generation {
  /** How many bytes they hold. */
  readonly bytes: number;
  /** The SHA-256 of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** The record that says which generation counts. */
export interface Head {
  /** What it says; undefined if nothing was saved, or what was saved has been removed. */
  readonly content: HeadContent | undefined;
  /** The commit that wrote it; null if there is no record. */
  readonly versionstamp: string | null;
}

/**
 * Reads the record that says which generation counts.
 *
 * @param kv The database.
 * @param keys Where the model stands in it.
 * @returns The record.
 */
export async function readHead(kv: Pick<DenoKv, "get">, keys: KvKeys): Promise<Head> {
  const { value, versionstamp } = await kv.get(keys.head);
  const removed = value === null || (value as { removed?: true }).removed === true;
  return { content: removed ? undefined : value as HeadContent, versionstamp };
}
