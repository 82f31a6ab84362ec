import { assertEquals } from "@std/assert";
import { joinBytes } from "../../../lib/http/body/join_bytes.ts";

Deno.test("joinBytes() puts pieces together in order", () => {
  assertEquals(joinBytes([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)]), Uint8Array.of(1, 2, 3));
  assertEquals(joinBytes([]), new Uint8Array(0));
});
