import { assertEquals } from "@std/assert";
import { randomKey } from "../../lib/client/random_key.ts";

Deno.test("randomKey() makes a new key of 32 hexadecimal digits each time", () => {
  const keys = Array.from({ length: 100 }, randomKey);
  assertEquals(new Set(keys).size, 100);
  assertEquals(keys.filter((key) => !/^[0-9a-f]{32}$/.test(key)), []);
});
