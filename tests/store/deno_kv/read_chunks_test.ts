import { assertEquals } from "@std/assert";
import type { DenoKvKey } from "../../../lib/store/deno_kv/deno_kv.ts";
import { kvKeys } from "../../../lib/store/deno_kv/kv_keys.ts";
import { readChunks } from "../../../lib/store/deno_kv/read_chunks.ts";
import { sha256 } from "../../../lib/store/deno_kv/sha256.ts";

const keys = kvKeys([], "a");
const calls: number[] = [];

/** A database whose i-th chunk is the i-th value. */
const holding = (values: readonly unknown[]) => ({
  getMany: (asked: readonly DenoKvKey[]) => {
    calls.push(asked.length);
    const entry = (key: DenoKvKey) => ({ key, value: values[key.at(-1) as number] ?? null, versionstamp: "01" });
    return Promise.resolve(asked.map(entry));
  },
});

const bytes = Uint8Array.from({ length: 23 }, (_, i) => i);
const content = { base: "", writer: "w", chunks: 23, bytes: 23, sha256: await sha256(bytes) };
const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));

Deno.test("readChunks() reads ten keys at once and joins them in order", async () => {
  calls.length = 0;
  assertEquals(await readChunks(holding(chunks), keys, content), bytes);
  assertEquals(calls, [10, 10, 3]);
});

Deno.test("readChunks() gives nothing where a chunk is missing, damaged, too long or too short", async () => {
  for (const value of [undefined, "text", Uint8Array.of(99), Uint8Array.of(22, 23), Uint8Array.of()]) {
    assertEquals(
      await readChunks(holding(chunks.with(22, value as Uint8Array<ArrayBuffer>)), keys, content),
      undefined,
    );
  }
});
