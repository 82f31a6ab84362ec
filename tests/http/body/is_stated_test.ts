import { assertEquals } from "@std/assert";
import { isStated } from "../../../lib/http/body/is_stated.ts";
import { requestOf } from "./bodies.ts";

const stated = (headers: Record<string, string>) => isStated(requestOf("01234", headers), 5);

Deno.test("isStated() is whether a body has a length, and not too long a one", () => {
  assertEquals([stated({ "content-length": "5" }), stated({ "content-length": "6" }), stated({})], [
    true,
    false,
    false,
  ]);
  for (const length of ["1e999", "-1", "0x1", "", "1, 1", "five"]) {
    assertEquals([length, stated({ "content-length": length })], [length, false]);
  }
});

Deno.test("isStated() trusts no length of a body that is compressed, or sent in chunks", () => {
  assertEquals(stated({ "content-length": "5", "content-encoding": "gzip" }), false);
  assertEquals(stated({ "content-length": "5", "transfer-encoding": "chunked" }), false);
});
