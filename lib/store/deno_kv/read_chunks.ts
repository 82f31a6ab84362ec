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
 * @returns The bytes; undefined if a chunk is missing or not what was saved.
 */
export async function readChunks(
  kv: Pick<DenoKv, "getMany">,
  keys: KvKeys,
  content: HeadContent,
): Promise<Uint8Array | undefined> {
  const all = Array.from({ length: content.chunks }, (_, i) => keys.chunk(content, i));
  const bytes = new Uint8Array(content.bytes);
  let offset = 0;
  for (let i = 0; i < all.length; i += KEYS_A_CALL) {
    for (const { value } of await kv.getMany(all.slice(i, i + KEYS_A_CALL))) {
      if (!(value instanceof Uint8Array) || offset + value.length > bytes.length) return undefined;
      bytes.set(value, offset);
      offset += value.length;
    }
  }
  return await sha256(bytes) === content.sha256 ? bytes : undefined;
}
