import { memoryStore } from "@backstream/backstream";
import { assertEquals } from "@std/assert";
import { testStore } from "../conformance/store.ts";

testStore("memoryStore()", () => ({ store: memoryStore(), close() {} }));

Deno.test("memoryStore() shares nothing with another one", async () => {
  const [one, two] = [memoryStore(), memoryStore()];
  await one.save("a", Uint8Array.of(1), undefined);
  assertEquals(await two.load("a"), undefined);
});
