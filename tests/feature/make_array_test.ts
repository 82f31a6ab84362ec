import { assertEquals } from "@std/assert";
import { makeArray } from "../../lib/feature/make_array.ts";

Deno.test("makeArray() makes zeros in a buffer of their own", () => {
  const array = makeArray(3);
  assertEquals([[...array], array.buffer.byteLength], [[0, 0, 0], 12]);
});
