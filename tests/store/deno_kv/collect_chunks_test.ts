import { assertEquals } from "@std/assert";
import { collectChunks } from "../../../lib/store/deno_kv/collect_chunks.ts";
import type { DenoKvAtomic } from "../../../lib/store/deno_kv/deno_kv.ts";
import { type Generation, kvKeys } from "../../../lib/store/deno_kv/kv_keys.ts";
import { temporaryKv } from "./temporary_kv.ts";

const keys = kvKeys(["p"], "a");
const commit = (atomic: DenoKvAtomic) => atomic.commit();

async function fill(kv: Deno.Kv, ...generations: Generation[]): Promise<void> {
  for (const generation of generations) {
    for (let i = 0; i < generation.chunks; i++) await kv.set([...keys.chunk(generation, i)], 1);
  }
}

async function left(kv: Deno.Kv): Promise<string[]> {
  const found = new Set<string>();
  for await (const { key } of kv.list({ prefix: ["p", "a", "chunk"] })) found.add(`${String(key[3])}${String(key[4])}`);
  return [...found];
}

Deno.test("collectChunks() leaves what counts and what may still count", async () => {
  const { kv, close } = await temporaryKv();
  const dead = { base: "01", writer: "d", chunks: 70 };
  const kept = { base: "02", writer: "k", chunks: 3 };
  const late = { base: "02", writer: "x", chunks: 1 };
  const older = { base: "", writer: "o", chunks: 2 };
  const newer = { base: "03", writer: "n", chunks: 2 };
  await fill(kv, dead, kept, late, older, newer);
  await collectChunks({ kv, keys, dead, commit });
  assertEquals(await left(kv), ["o", "02k", "02x", "03n"]);
  await collectChunks({ kv, keys, dead, kept, commit });
  assertEquals(await left(kv), ["02k", "03n"]);
  await close();
});

Deno.test("collectChunks() does not fail", async () => {
  const { kv, close } = await temporaryKv();
  const dead = { base: "01", writer: "d", chunks: 1 };
  await collectChunks({ kv, keys, dead, commit: () => Promise.reject(new Error("gone")) });
  await close();
});
