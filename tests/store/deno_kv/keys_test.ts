import { assertEquals } from "@std/assert";
import { keysOf } from "../../../lib/store/deno_kv/keys.ts";

Deno.test("keysOf() puts everything of a name under the prefix and the name", () => {
  const keys = keysOf(["p", 1], "a");
  assertEquals([keys.head, keys.unfinished], [["p", 1, "a", "head"], ["p", 1, "a", "unfinished"]]);
  assertEquals(keys.unfinishedOf("g"), ["p", 1, "a", "unfinished", "g"]);
  assertEquals(keys.chunk("g", 2), ["p", 1, "a", "chunk", "g", 2]);
});
