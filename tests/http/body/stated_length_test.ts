import { assertEquals } from "@std/assert";
import { statedLength } from "../../../lib/http/body/stated_length.ts";
import { requestOf } from "./bodies.ts";

const stated = (headers: Record<string, string>) => statedLength(requestOf("01234", headers), 5);

Deno.test("statedLength() is the length that a body is said to have, if it is not too long", () => {
  assertEquals([stated({ "content-length": "5" }), stated({ "content-length": "0" })], [5, 0]);
  assertEquals([stated({ "content-length": "6" }), stated({})], [undefined, undefined]);
  assertEquals([stated({ "content-length": "1e999" }), stated({ "content-length": "five" })], [undefined, undefined]);
});

Deno.test("statedLength() tells nothing of a body that is compressed", () => {
  assertEquals(stated({ "content-length": "5", "content-encoding": "gzip" }), undefined);
});
