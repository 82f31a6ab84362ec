import { denoKvStore } from "@backstream/backstream/store/deno_kv";
import { assertEquals, assertRejects } from "@std/assert";
import { testStore } from "../../conformance/store.ts";
import { temporaryKv } from "./temporary_kv.ts";

testStore("denoKvStore()", async () => {
  const { kv, close } = await temporaryKv();
  return { store: denoKvStore(kv), close };
});

/** How many keys there are, by their kind. */
async function countKeys(kv: Deno.Kv): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { key } of kv.list({ prefix: [] })) counts[String(key[2])] = (counts[String(key[2])] ?? 0) + 1;
  return counts;
}

Deno.test("denoKvStore() keeps what it holds when it is closed and opened again", async () => {
  const folder = await Deno.makeTempDir();
  const first = await Deno.openKv(`${folder}/store.kv`);
  const version = await denoKvStore(first).save("a", Uint8Array.of(1, 2), undefined);
  first.close();
  const second = await Deno.openKv(`${folder}/store.kv`);
  assertEquals(await denoKvStore(second).load("a"), { bytes: Uint8Array.of(1, 2), version });
  second.close();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("denoKvStore() keeps one generation of chunks, and nothing of what is removed", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  let version = await store.save("a", new Uint8Array(200_000), undefined);
  assertEquals(await countKeys(kv), { head: 1, chunk: 4 });
  version = await store.save("a", new Uint8Array(1_000_000), version);
  assertEquals(await countKeys(kv), { head: 1, chunk: 16 });
  version = await store.save("a", new Uint8Array(10), version);
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 });
  await store.remove("a");
  assertEquals(await countKeys(kv), {});
  await close();
});

Deno.test("denoKvStore() keeps stores with different prefixes apart", async () => {
  const { kv, close } = await temporaryKv();
  const [one, two] = [denoKvStore(kv, { prefix: ["one"] }), denoKvStore(kv, { prefix: ["two"] })];
  await one.save("a", Uint8Array.of(1), undefined);
  assertEquals(await two.load("a"), undefined);
  await close();
});

Deno.test("denoKvStore() collects what a writer has left behind an hour ago, and nothing newer", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const leave = async (generation: string, since: number) => {
    await kv.set(["backstream", "a", "unfinished", generation], { chunks: 2, since });
    for (const i of [0, 1]) await kv.set(["backstream", "a", "chunk", generation, i], new Uint8Array(10));
  };
  await leave("old", Date.now() - 3_700_000);
  await leave("new", Date.now() - 3_500_000);
  await store.save("a", new Uint8Array(1_000_000), undefined);
  assertEquals(await countKeys(kv), { head: 1, chunk: 16 + 2, unfinished: 1 });
  assertEquals((await kv.get(["backstream", "a", "chunk", "new", 1])).versionstamp !== null, true);
  await close();
});

Deno.test("denoKvStore() removes the chunks of a large save that came second", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const large = new Uint8Array(1_000_000);
  const saves = await Promise.allSettled([store.save("a", large, undefined), store.save("a", large, undefined)]);
  assertEquals(saves.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assertEquals(await countKeys(kv), { head: 1, chunk: 16 });
  await close();
});

Deno.test("denoKvStore() reads the newer bytes if another writer moves on in the middle of a load", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const version = await store.save("a", Uint8Array.of(1), undefined);
  let moved = false;
  const slow = denoKvStore({
    get: (key) => kv.get(key),
    getMany: async (keys) => {
      if (!moved) await store.save("a", Uint8Array.of(2), version);
      moved = true;
      return kv.getMany([...keys]);
    },
    list: (selector) => kv.list(selector),
    atomic: () => kv.atomic(),
  });
  assertEquals((await slow.load("a"))?.bytes, Uint8Array.of(2));
  await close();
});

Deno.test("denoKvStore() does not give out bytes that are damaged", async () => {
  for (const damage of [Uint8Array.of(1, 9), Uint8Array.of(1), undefined]) {
    const { kv, close } = await temporaryKv();
    const store = denoKvStore(kv);
    await store.save("a", Uint8Array.of(1, 2), undefined);
    for await (const { key } of kv.list({ prefix: ["backstream", "a", "chunk"] })) {
      if (damage === undefined) await kv.delete(key);
      else await kv.set(key, damage);
    }
    await assertRejects(
      () => store.load("a"),
      Error,
      'Cannot load "a" as its chunks must be whole: current value is damaged',
    );
    await close();
  }
});

Deno.test("denoKvStore() loses nothing where two processes write to one file", async () => {
  const { kv, path, close } = await temporaryKv();
  const script = new URL("./increment.ts", import.meta.url).pathname;
  const run = () =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--unstable-kv", "--no-config", script, path, "40"],
      env: { NO_COLOR: "1" },
    }).output();
  for (const { success, stderr } of await Promise.all([run(), run()])) {
    assertEquals(success, true, new TextDecoder().decode(stderr));
  }
  const { bytes } = (await denoKvStore(kv).load("count"))!;
  assertEquals(new Uint32Array(bytes.slice().buffer)[0], 80);
  await close();
});

Deno.test("denoKvStore() refuses a name that is too long for a key", async () => {
  const { kv, close } = await temporaryKv();
  const message = "Cannot use name as it must have 900 bytes at most: current value has 902";
  await assertRejects(() => denoKvStore(kv).load("ü".repeat(451)), RangeError, message);
  await assertRejects(() => denoKvStore(kv).save("ü".repeat(451), new Uint8Array(1), undefined), RangeError, message);
  await denoKvStore(kv).save("\0".repeat(900), new Uint8Array(1), undefined);
  await close();
});
