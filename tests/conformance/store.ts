import { type Store, StoreConflictError } from "@backstream/backstream";
import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";

/** A store that a check may fill, and how to put it away. */
export interface OpenedStore {
  /** The store, empty. */
  readonly store: Store;
  /** Puts it away. */
  close(): void | Promise<void>;
}

/**
 * The checks that every store must pass.
 *
 * @param name What the store is called in the names of the tests.
 * @param open Opens an empty store of its own for each check.
 */
export function testStore(name: string, open: () => OpenedStore | Promise<OpenedStore>): void {
  const check = (behavior: string, run: (store: Store) => Promise<void>) =>
    Deno.test(`${name} ${behavior}`, async () => {
      const { store, close } = await open();
      try {
        await run(store);
      } finally {
        await close();
      }
    });

  check("gives back what was saved, with its version", async (store) => {
    const version = await store.save("a", Uint8Array.of(1, 2, 3), undefined);
    assertEquals(await store.load("a"), { bytes: Uint8Array.of(1, 2, 3), version });
  });

  check("holds nothing under a name that was never saved", async (store) => {
    await store.save("a", Uint8Array.of(1), undefined);
    assertEquals(await store.load("b"), undefined);
    await store.remove("b");
  });

  check("replaces what it holds under another version", async (store) => {
    const first = await store.save("a", Uint8Array.of(1), undefined);
    const second = await store.save("a", Uint8Array.of(2), first);
    assertNotEquals(first, second);
    assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: second });
  });

  check("refuses to save over what the writer has not seen, and changes nothing", async (store) => {
    await assertRejects(() => store.save("a", Uint8Array.of(1), "no such version"), StoreConflictError);
    assertEquals(await store.load("a"), undefined);
    const first = await store.save("a", Uint8Array.of(1), undefined);
    await assertRejects(
      () => store.save("a", Uint8Array.of(9), undefined),
      StoreConflictError,
      'Cannot save "a" as it has changed: expected version is none',
    );
    const second = await store.save("a", Uint8Array.of(2), first);
    await assertRejects(() => store.save("a", Uint8Array.of(9), first), StoreConflictError, first);
    assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: second });
  });

  check("forgets what is removed, and starts anew there", async (store) => {
    const first = await store.save("a", Uint8Array.of(1), undefined);
    await store.save("b", Uint8Array.of(2), undefined);
    await store.remove("a");
    assertEquals(await store.load("a"), undefined);
    await assertRejects(() => store.save("a", Uint8Array.of(9), first), StoreConflictError);
    const again = await store.save("a", Uint8Array.of(3), undefined);
    assertNotEquals(again, first);
    assertEquals((await store.load("a"))?.bytes, Uint8Array.of(3));
    assertEquals((await store.load("b"))?.bytes, Uint8Array.of(2));
  });

  check("removes no other version than the writer has seen, if it says which", async (store) => {
    await store.remove("a", "no such version"); // as nothing is there
    const first = await store.save("a", Uint8Array.of(1), undefined);
    const second = await store.save("a", Uint8Array.of(2), first);
    await assertRejects(
      () => store.remove("a", first),
      StoreConflictError,
      `Cannot remove "a" as it has changed: expected version is ${first}`,
    );
    assertEquals(await store.load("a"), { bytes: Uint8Array.of(2), version: second });
    await store.remove("a", second);
    assertEquals(await store.load("a"), undefined);
    await store.remove("a", second);
  });

  check("tells the version without the bytes, if it can", async (store) => {
    if (store.version === undefined) return;
    assertEquals(await store.version("a"), undefined);
    const version = await store.save("a", Uint8Array.of(1), undefined);
    assertEquals(await store.version("a"), version);
    await store.remove("a");
    assertEquals(await store.version("a"), undefined);
  });

  check("copies bytes in and out", async (store) => {
    const bytes = Uint8Array.of(1, 2);
    await store.save("a", bytes, undefined);
    bytes[0] = 9;
    (await store.load("a"))!.bytes[1] = 9;
    assertEquals((await store.load("a"))?.bytes, Uint8Array.of(1, 2));
  });

  check("keeps the bytes as they are when save is called", async (store) => {
    const bytes = Uint8Array.of(1, 2);
    const saving = store.save("a", bytes, undefined);
    bytes[0] = 9;
    await saving;
    assertEquals((await store.load("a"))?.bytes, Uint8Array.of(1, 2));
  });

  check("keeps a view's bytes and no others", async (store) => {
    await store.save("a", Uint8Array.of(1, 2, 3, 4).subarray(1, 3), undefined);
    assertEquals((await store.load("a"))?.bytes, Uint8Array.of(2, 3));
  });

  check("takes any name", async (store) => {
    const names = ["", "a/b", "a", "ü", "\0", "__proto__", "head", "x".repeat(200)];
    for (const [i, each] of names.entries()) await store.save(each, Uint8Array.of(i), undefined);
    for (const [i, each] of names.entries()) assertEquals((await store.load(each))?.bytes, Uint8Array.of(i));
  });

  for (const length of [0, 1, 63_999, 64_000, 64_001, 768_000, 768_001, 3_000_000]) {
    check(`takes ${length} bytes, and shorter and longer ones after them`, async (store) => {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 31 + (i >> 8));
      let version = await store.save("a", bytes, undefined);
      assertEquals((await store.load("a"))?.bytes, bytes);
      for (const other of [Uint8Array.of(1, 2), new Uint8Array(length + 70_000).fill(7)]) {
        version = await store.save("a", other, version);
        assertEquals(await store.load("a"), { bytes: other, version });
      }
    });
  }

  check("loses nothing where several writers compare and set", async (store) => {
    const increment = async (): Promise<void> => {
      const stored = await store.load("count");
      try {
        await store.save("count", Uint8Array.of((stored?.bytes[0] ?? 0) + 1), stored?.version);
      } catch (error) {
        if (!(error instanceof StoreConflictError)) throw error;
        return increment();
      }
    };
    await Promise.all(Array.from({ length: 10 }, increment));
    assertEquals((await store.load("count"))?.bytes, Uint8Array.of(10));
  });
}
