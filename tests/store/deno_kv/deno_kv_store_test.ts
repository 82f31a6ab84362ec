import { StoreBusyError, StoreConflictError } from "@backstream/backstream";
import { type DenoKv, denoKvStore } from "@backstream/backstream/store/deno_kv";
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

Deno.test("denoKvStore() keeps one generation of chunks, and of what is removed a small record", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  let version = await store.save("a", new Uint8Array(200_000), undefined);
  assertEquals(await countKeys(kv), { head: 1, chunk: 4 });
  version = await store.save("a", new Uint8Array(1_000_000), version);
  assertEquals(await countKeys(kv), { head: 1, chunk: 16 });
  version = await store.save("a", new Uint8Array(10), version);
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 });
  await store.remove("a");
  assertEquals(await countKeys(kv), { head: 1 });
  assertEquals((await kv.get(["backstream", "a", "head"])).value, { removed: true });
  await close();
});

Deno.test("denoKvStore() keeps stores with different prefixes apart", async () => {
  const { kv, close } = await temporaryKv();
  const [one, two] = [denoKvStore(kv, { prefix: ["one"] }), denoKvStore(kv, { prefix: ["two"] })];
  await one.save("a", Uint8Array.of(1), undefined);
  assertEquals(await two.load("a"), undefined);
  await close();
});

/** A view of the database in which each commit first waits for what `before` does, given the number of the commit. */
function withCommits(kv: Deno.Kv, before: (commit: number) => Promise<void>): DenoKv {
  let commits = 0;
  return {
    get: (key) => kv.get(key),
    getMany: (keys) => kv.getMany([...keys]),
    list: (selector) => kv.list(selector),
    atomic() {
      const atomic = kv.atomic();
      const commit = atomic.commit.bind(atomic);
      return Object.assign(atomic, { commit: () => before(++commits).then(commit) });
    },
  };
}

Deno.test("denoKvStore() reads the old bytes after a writer that died, whose chunks are collected in the end", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const version = await store.save("a", Uint8Array.of(1), undefined);
  const dying = denoKvStore(
    withCommits(kv, (commit) => commit < 3 ? Promise.resolve() : Promise.reject(Error("died"))),
  );
  await assertRejects(() => dying.save("a", new Uint8Array(2_000_000), version), Error, "died");
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 + 24 });
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(1), version });
  let next = await store.save("a", Uint8Array.of(2), version);
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: next });
  for (let i = 0; i < 63; i++) next = await store.save("a", Uint8Array.of(3), next); // each 64th looks for them
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 });
  await close();
});

Deno.test("denoKvStore() collects no chunks of a writer that may still succeed", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const first = await store.save("a", Uint8Array.of(1), undefined);
  const second = await store.save("a", Uint8Array.of(2), first);
  const large = new Uint8Array(2_000_000).fill(3);
  const slow = denoKvStore(withCommits(kv, async (commit) => {
    if (commit !== 3) return;
    await assertRejects(() => store.save("a", Uint8Array.of(9), first), StoreConflictError);
    await store.save("b", Uint8Array.of(4), undefined);
  }));
  const third = await slow.save("a", large, second);
  assertEquals(await store.load("a"), { bytes: large, version: third });
  await close();
});

Deno.test("denoKvStore() refuses a writer that began before the name was saved and removed", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const slow = denoKvStore(withCommits(kv, async (commit) => {
    if (commit !== 2) return;
    await store.save("a", Uint8Array.of(1), undefined);
    await store.remove("a");
  }));
  await assertRejects(() => slow.save("a", new Uint8Array(1_000_000), undefined), StoreConflictError);
  assertEquals(await store.load("a"), undefined);
  assertEquals(await countKeys(kv), { head: 1 });
  await close();
});

Deno.test("denoKvStore() does not remove what was saved while it removed another version", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const first = await store.save("a", Uint8Array.of(1), undefined);
  let second: string | undefined;
  const slow = denoKvStore(withCommits(kv, async () => {
    second ??= await store.save("a", Uint8Array.of(2), first);
  }));
  await assertRejects(() => slow.remove("a", first), StoreConflictError);
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: second! });
  await close();
});

Deno.test("denoKvStore() does not remove what was saved anew after the removal", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  for (const isExpected of [false, true]) {
    const first = await store.save("a", Uint8Array.of(1), undefined);
    let again: string | undefined;
    const slow = denoKvStore(withCommits(kv, async (commit) => {
      if (commit === 2) again = await store.save("a", Uint8Array.of(2), undefined); // the first commit has removed it
    }));
    await slow.remove("a", isExpected ? first : undefined);
    assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: again! });
    await store.remove("a");
  }
  await close();
});

Deno.test("denoKvStore() has saved even if the old chunks cannot be deleted", async () => {
  const { kv, close } = await temporaryKv();
  const failing = denoKvStore(
    withCommits(kv, (commit) => commit === 4 ? Promise.reject(Error("gone")) : Promise.resolve()),
  );
  const first = await failing.save("a", new Uint8Array(1_000_000), undefined); // two commits
  const second = await failing.save("a", Uint8Array.of(2), first); // one to write, and one to delete
  assertEquals(await failing.load("a"), { bytes: Uint8Array.of(2), version: second });
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 + 16 });
  await denoKvStore(kv).save("a", Uint8Array.of(3), second); // the first save of a store looks for what others have left
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 });
  await close();
});

Deno.test("denoKvStore() reads nothing for a save that follows its own, and sees if another came between", async () => {
  const { kv, close } = await temporaryKv();
  let reads = 0;
  const counting: DenoKv = {
    ...withCommits(kv, () => Promise.resolve()),
    get: (key) => (reads++, kv.get([...key])),
    list: (selector) => (reads++, kv.list(selector)),
  };
  const store = denoKvStore(counting);
  const first = await store.save("a", Uint8Array.of(1), undefined);
  reads = 0;
  const second = await store.save("a", Uint8Array.of(2), first);
  const third = await store.save("a", Uint8Array.of(3), second);
  assertEquals([reads, await store.load("a")], [0, { bytes: Uint8Array.of(3), version: third }]);
  const other = await denoKvStore(kv).save("a", Uint8Array.of(4), third);
  await assertRejects(() => store.save("a", Uint8Array.of(5), third), StoreConflictError);
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(4), version: other });
  const last = await store.save("a", Uint8Array.of(6), other);
  assertEquals([await store.load("a"), await countKeys(kv)], [
    { bytes: Uint8Array.of(6), version: last },
    { head: 1, chunk: 1 },
  ]);
  await close();
});

Deno.test("denoKvStore() waits while the database is locked, and gives up in the end", async () => {
  const { kv, close } = await temporaryKv();
  const waits: number[] = [];
  const sleep = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const locked = (times: number) =>
    withCommits(kv, (commit) => commit <= times ? Promise.reject(TypeError("database is locked")) : Promise.resolve());
  const options = { attempts: 4, random: () => 0.5, sleep };
  const version = await denoKvStore(locked(3), options).save("a", Uint8Array.of(1), undefined);
  assertEquals(waits, [1, 2, 4]);
  assertEquals(await denoKvStore(kv).load("a"), { bytes: Uint8Array.of(1), version });
  await assertRejects(
    () => denoKvStore(locked(4), options).save("b", Uint8Array.of(1), undefined),
    StoreBusyError,
    "locked by another process",
  );
  await close();
});

Deno.test("denoKvStore() has saved even if the answer to a commit is lost and the client commits again", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore({
    get: (key) => kv.get(key),
    getMany: (keys) => kv.getMany([...keys]),
    list: (selector) => kv.list(selector),
    atomic() {
      const atomic = kv.atomic();
      const commit = atomic.commit.bind(atomic);
      return Object.assign(atomic, { commit: () => commit().then(commit) });
    },
  });
  const large = new Uint8Array(1_000_000).fill(5);
  const first = await store.save("a", Uint8Array.of(1), undefined);
  const second = await store.save("a", large, first);
  assertEquals(await store.load("a"), { bytes: large, version: second });
  assertEquals(await countKeys(kv), { head: 1, chunk: 16 });
  await assertRejects(() => store.save("a", Uint8Array.of(9), first), StoreConflictError);
  await store.remove("a");
  assertEquals(await store.load("a"), undefined);
  await close();
});

Deno.test("denoKvStore() removes the chunks that it has written after another save had replaced the head", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  const late = denoKvStore(withCommits(kv, async (commit) => {
    if (commit === 1) await store.save("a", Uint8Array.of(1), undefined);
  }));
  await assertRejects(() => late.save("a", new Uint8Array(1_000_000), undefined), StoreConflictError);
  assertEquals((await store.load("a"))?.bytes, Uint8Array.of(1));
  assertEquals(await countKeys(kv), { head: 1, chunk: 1 });
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

Deno.test("denoKvStore() gives up a load if other writers move on each time", async () => {
  const { kv, close } = await temporaryKv();
  const store = denoKvStore(kv);
  let version = await store.save("a", Uint8Array.of(0), undefined);
  let reads = 0;
  const slow = denoKvStore({
    get: (key) => kv.get(key),
    getMany: async (keys) => {
      version = await store.save("a", Uint8Array.of(++reads), version);
      return kv.getMany([...keys]);
    },
    list: (selector) => kv.list(selector),
    atomic: () => kv.atomic(),
  });
  const message = 'Cannot load "a" as it must stay the same for one of 20 reads: current value keeps changing';
  await assertRejects(() => slow.load("a"), RangeError, message);
  assertEquals(reads, 20);
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

Deno.test("denoKvStore() leaves a record of what was removed, which goes away", async () => {
  const { kv, close } = await temporaryKv();
  const options: unknown[] = [];
  const store = denoKvStore({
    get: (key) => kv.get(key),
    getMany: (keys) => kv.getMany([...keys]),
    list: (selector) => kv.list(selector),
    atomic() {
      const atomic = kv.atomic();
      const set = atomic.set.bind(atomic);
      return Object.assign(atomic, { set: (...args: Parameters<typeof set>) => (options.push(args[2]), set(...args)) });
    },
  });
  await store.save("a", Uint8Array.of(1), undefined);
  await store.remove("a");
  assertEquals(options, [undefined, undefined, { expireIn: 600_000 }]);
  assertEquals(await countKeys(kv), { head: 1 });
  await close();
});

Deno.test("denoKvStore() loses nothing where two processes write to one file", async () => {
  const { kv, path, close } = await temporaryKv();
  const script = new URL("./increment.ts", import.meta.url).pathname;
  const run = () =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--unstable-kv", "--no-config", script, path, "50"],
      env: { NO_COLOR: "1" },
    }).output();
  for (const { success, stderr } of await Promise.all([run(), run()])) {
    assertEquals(success, true, new TextDecoder().decode(stderr));
  }
  const { bytes } = (await denoKvStore(kv).load("count"))!;
  assertEquals(new Uint32Array(bytes.slice().buffer)[0], 100);
  await close();
});

Deno.test("denoKvStore() refuses a name that is too long for a key", async () => {
  const { kv, close } = await temporaryKv();
  const message = "Cannot use name as it must have 900 bytes at most: current value has 902";
  await assertRejects(() => denoKvStore(kv).load("ü".repeat(451)), RangeError, message);
  await assertRejects(() => denoKvStore(kv).save("ü".repeat(451), new Uint8Array(1), undefined), RangeError, message);
  await denoKvStore(kv).save("\0".repeat(900), new Uint8Array(1), undefined);
  await assertRejects(
    () => denoKvStore(kv).load("a\ud800"),
    RangeError,
    'Cannot use name as it must be well-formed: current value is "a\\ud800"',
  );
  await close();
});
