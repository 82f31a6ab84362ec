import { assertEquals } from "@std/assert";
import { described } from "../../../lib/http/docs/described.ts";

Deno.test("described() makes code of what stands between backticks, and escapes all", () => {
  assertEquals(String(described("a `b<c>` & d")), "a <code>b&lt;c&gt;</code> &amp; d");
  assertEquals(String(described("")), "");
});
