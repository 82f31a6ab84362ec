import { assertEquals } from "@std/assert";
import {
  describeGeneration,
  readGeneration,
  removeGeneration,
  writeAhead,
} from "../../../lib/store/deno_kv/generation.ts";
import { keysOf } from "../../../lib/store/deno_kv/keys.ts";
import { temporaryKv } from "./temporary_kv.ts";

Deno.test("describeGeneration() counts chunks and bytes and takes the SHA-256", async () => {
  const { chunks, bytes, sha256 } = await describeGeneration(new TextEncoder().encode("abc"));
  assertEquals([chunks, bytes], [1, 3]);
  // The example of FIPS 180-2, appendix B.1.
  assertEquals(sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assertEquals((await describeGeneration(new Uint8Array(64_001))).chunks, 2);
  assertEquals((await describeGeneration(new Uint8Array(0))).chunks, 0);
});

Deno.test("writeAhead() marks a save as unfinished, and removeGeneration() takes all of it away", async () => {
  const { kv, close } = await temporaryKv();
  const keys = keysOf(["p"], "a");
  const bytes = Uint8Array.from({ length: 900_000 }, (_, i) => i % 251);
  const made = await describeGeneration(bytes);
  await writeAhead(kv, keys, made, bytes);
  assertEquals(await readGeneration(kv, keys, made), bytes);
  assertEquals((await kv.get<{ chunks: number }>([...keys.unfinishedOf(made.generation)])).value?.chunks, 15);
  await removeGeneration(kv, keys, made);
  assertEquals(await readGeneration(kv, keys, made), undefined);
  for await (const { key } of kv.list({ prefix: [] })) throw new Error(`left behind: ${key}`);
  await close();
});
