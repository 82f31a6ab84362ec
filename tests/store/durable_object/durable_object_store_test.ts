import { assertEquals, assertRejects } from "@std/assert";
import { durableObjectStore } from "../../../lib/store/durable_object/durable_object_store.ts";
import { testStore } from "../../conformance/store.ts";
import { sqliteStorage } from "./sqlite_storage.ts";

testStore("durableObjectStore()", () => {
  const storage = sqliteStorage();
  return { store: durableObjectStore(storage), close: storage.close };
});

Deno.test("durableObjectStore() finds what an earlier one has saved in the same storage", async () => {
  const storage = sqliteStorage();
  const version = await durableObjectStore(storage).save("a", Uint8Array.of(1), undefined);
  const store = durableObjectStore(storage);
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(1), version });
  await store.remove("a");
  assertEquals(await durableObjectStore(storage).save("a", Uint8Array.of(2), undefined) !== version, true);
  storage.close();
});

Deno.test("durableObjectStore() keeps rows below 2 MB, and no row of an older save", async () => {
  const storage = sqliteStorage();
  const store = durableObjectStore(storage);
  const sizes = () =>
    storage.sql.exec("SELECT length(data) AS size FROM backstream_chunks ORDER BY place").toArray().map(({ size }) =>
      size
    );
  const version = await store.save("a", new Uint8Array(4_000_000), undefined);
  assertEquals(sizes(), [1_900_000, 1_900_000, 200_000]);
  await store.save("a", new Uint8Array(5), version);
  assertEquals(sizes(), [5]);
  await store.remove("a");
  assertEquals(sizes(), []);
  storage.close();
});

Deno.test("durableObjectStore() waits until it is on disk, and changes nothing if it fails in the middle", async () => {
  const storage = sqliteStorage();
  const store = durableObjectStore(storage);
  const version = await store.save("a", Uint8Array.of(1), undefined);
  assertEquals(storage.queries.at(-1), "sync");
  const full = durableObjectStore({
    ...storage,
    sql: {
      exec(query, ...bindings) {
        if (query.startsWith("INSERT INTO backstream_chunks")) throw new Error("disk full");
        return storage.sql.exec(query, ...bindings);
      },
    },
  });
  await assertRejects(() => full.save("a", Uint8Array.of(2), version), Error, "disk full");
  assertEquals(await store.load("a"), { bytes: Uint8Array.of(1), version });
  storage.close();
});
