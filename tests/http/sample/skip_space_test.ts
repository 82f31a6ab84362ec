import { assertEquals } from "@std/assert";
import { skipSpace } from "../../../lib/http/sample/skip_space.ts";

Deno.test("skipSpace() goes past the white space of JSON, but not to the next line", () => {
  const bytes = new TextEncoder().encode(" \t\r a \n b\u00a0\n");
  assertEquals([0, 2, 4, 5, 8].map((start) => skipSpace(bytes, start)), [4, 4, 4, 6, 8]);
});
