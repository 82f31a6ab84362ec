import { assertEquals, assertThrows } from "@std/assert";
import { kvKeys } from "../../../lib/store/deno_kv/kv_keys.ts";
import { temporaryKv } from "./temporary_kv.ts";

Deno.test("kvKeys() puts everything of a name under the prefix and the name", () => {
  const keys = kvKeys(["p", 1], "a");
  assertEquals(keys.head, ["p", 1, "a", "head"]);
  assertEquals(keys.chunk({ base: "b", writer: "w" }, 2), ["p", 1, "a", "chunk", "b", "w", 2]);
});

Deno.test("kvKeys().others() spans the same base and older ones, without the given generation", async () => {
  const { kv, close } = await temporaryKv();
  const keys = kvKeys(["p"], "a");
  for (const base of ["", "01", "02", "03"]) {
    for (const writer of ["u", "v", "w"]) {
      for (const i of [0, 1]) await kv.set(keys.chunk({ base, writer }, i), base + writer + i);
    }
  }
  await kv.set(keys.head, "head");
  const found: unknown[] = [];
  for (const range of keys.others({ base: "02", writer: "v", chunks: 2 })) {
    for await (const { value } of kv.list(range)) found.push(value);
  }
  const older = ["", "01"].flatMap((base) => ["u", "v", "w"].flatMap((writer) => [0, 1].map((i) => base + writer + i)));
  assertEquals(found, [...older, "02u0", "02u1", "02w0", "02w1"]);
  await close();
});

Deno.test("kvKeys() refuses a name that no key can hold", () => {
  assertEquals(kvKeys([], "x".repeat(900)).head, ["x".repeat(900), "head"]);
  assertThrows(
    () => kvKeys([], "x".repeat(901)),
    RangeError,
    "Cannot use name as it must have 900 bytes at most: current value has 901",
  );
  assertThrows(
    () => kvKeys([], "\udc00"),
    RangeError,
    'Cannot use name as it must be well-formed: current value is "\\udc00"',
  );
});
