import { assertEquals } from "@std/assert";
import { kvKeys } from "../../../lib/store/deno_kv/kv_keys.ts";
import { readChunks } from "../../../lib/store/deno_kv/read_chunks.ts";
import { sha256 } from "../../../lib/store/deno_kv/sha256.ts";
import { CHUNK_BYTES, writeChunks } from "../../../lib/store/deno_kv/write_chunks.ts";
import { temporaryKv } from "./temporary_kv.ts";

const longName = "\0".repeat(900);
const keys = kvKeys(["backstream"], longName);

for (
  const [chunks, commits] of [[0, 1], [1, 1], [12, 1], [13, 2], [24, 2], [25, 3]] satisfies [number, number][]
) {
  Deno.test(`writeChunks() writes ${chunks} full chunks in ${commits} commits, and readChunks() reads them`, async () => {
    const { kv, close } = await temporaryKv();
    const bytes = Uint8Array.from({ length: chunks * CHUNK_BYTES }, (_, i) => i * 7 + (i >> 9));
    const content = { base: "", writer: "w".repeat(36), chunks, bytes: bytes.length, sha256: await sha256(bytes) };
    let done = 0;
    const result = await writeChunks({ kv, keys, content, bytes, commit: (atomic) => (done++, atomic.commit()) });
    assertEquals([result.ok, done], [true, commits]);
    assertEquals((await kv.get([...keys.head])).value, content);
    assertEquals(await readChunks({ getMany: (keys) => kv.getMany([...keys]) }, keys, content), bytes);
    await close();
  });
}

Deno.test("writeChunks() leaves a head that is not the expected one", async () => {
  const { kv, close } = await temporaryKv();
  await kv.set([...keys.head], "newer");
  const content = { base: "", writer: "w", chunks: 1, bytes: 1, sha256: "" };
  const bytes = Uint8Array.of(1);
  assertEquals(await writeChunks({ kv, keys, content, bytes, commit: (atomic) => atomic.commit() }), { ok: false });
  assertEquals((await kv.get([...keys.head])).value, "newer");
  await close();
});

Deno.test("writeChunks() deletes what is replaced together with the head, or not at all", async () => {
  const { kv, close } = await temporaryKv();
  const old = [0, 1].map((i) => keys.chunk({ base: "", writer: "old" }, i));
  for (const key of old) await kv.set([...key], Uint8Array.of(1));
  const bytes = Uint8Array.of(1);
  const write = (base: string) => {
    const content = { base, writer: "w", chunks: 1, bytes: 1, sha256: "" };
    return writeChunks({ kv, keys, content, bytes, replaced: old, commit: (atomic) => atomic.commit() });
  };
  const left = async () => (await kv.getMany(old.map((key) => [...key]))).filter(({ value }) => value !== null).length;
  assertEquals([(await write("00000000000000000009")).ok, await left()], [false, 2]);
  assertEquals([(await write("")).ok, await left()], [true, 0]);
  await close();
});
