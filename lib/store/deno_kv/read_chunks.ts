import type { DenoKv } from "./deno_kv.ts";
import type { KvKeys } from "./kv_keys.ts";
import type { HeadContent } from "./read_head.ts";
import { sha256 } from "./sha256.ts";

/** How many keys Deno KV reads at once. */
const KEYS_A_CALL = 10;

/**
 * Reads the chunks of a generation.
 *
 * @param kv The database.
 * @param keys Where the model stands in it.
 * @param content Which generation, and what it ought to be.
 * @returns The bytes; undefined if a chunk is missing.
 * @throws {RangeError} If the chunks are there, but are not what was saved.
 */
export async function readChunks(kv: DenoKv, keys: KvKeys, content: HeadContent): Promise<Uint8Array | undefined> {
  const all = Array.from({ length: content.chunks }, (_, i) => keys.chunk(content, i));
  const bytes = new Uint8Array(content.bytes);
  let offset = 0;
  for (let i = 0; i < all.length; i += KEYS_A_CALL) {
    for (const { value } of await kv.getMany(all.slice(i, i + KEYS_A_CALL))) {
      if (!(value instanceof Uint8Array)) return undefined;
      bytes.set(value, offset);
      offset += value.length;
    }
  }
  const current = await sha256(bytes);
  if (current === content.sha256) return bytes;
  throw new RangeError(`Cannot load chunks as their SHA-256 must be ${content.sha256}: current value is ${current}`);
}
