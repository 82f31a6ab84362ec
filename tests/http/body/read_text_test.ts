import { assertEquals, assertRejects } from "@std/assert";
import { readText } from "../../../lib/http/body/read_text.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { gzip, requestOf, streamOf } from "./bodies.ts";

const limits = { bytes: 50, milliseconds: 1000 };

Deno.test("readText() reads a body as UTF-8, with and without a stated length, inflated", async () => {
  assertEquals(await readText(requestOf("grün", { "content-length": "5" }), limits), "grün");
  const split = streamOf(Uint8Array.of(0x67, 0x72, 0xc3), Uint8Array.of(0xbc, 0x6e));
  assertEquals(await readText(requestOf(split), limits), "grün");
  assertEquals(await readText(requestOf(null), limits), "");
  assertEquals(await readText(requestOf(await gzip("grün"), { "content-encoding": "gzip" }), limits), "grün");
});

Deno.test("readText() refuses what is too large, however it comes", async () => {
  const long = "0".repeat(51);
  const stated = () => readText(requestOf(long, { "content-length": "51" }), limits);
  assertEquals((await assertRejects(stated, RequestError)).problem.status, 413);
  const lying = () => readText(requestOf(long, { "content-length": "5" }), limits);
  assertEquals((await assertRejects(lying, RequestError)).problem.status, 413);
  const streamed = () => readText(requestOf(streamOf(long)), limits);
  assertEquals((await assertRejects(streamed, RequestError)).problem.status, 413);
});
