import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import type { BodyReader } from "../../../lib/http/body/body_reader.ts";
import { openBody } from "../../../lib/http/body/open_body.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { gzip, requestOf, streamOf } from "./bodies.ts";

const limits = { bytes: 10, milliseconds: 1000 };

async function pieces(body: BodyReader): Promise<string[]> {
  const texts: string[] = [];
  for (let piece; (piece = await body.read()) !== undefined;) texts.push(new TextDecoder().decode(piece));
  return texts;
}

Deno.test("openBody() reads a body piece by piece, and one that is not there as empty", async () => {
  assertEquals(await pieces(openBody(requestOf(streamOf("one", "two")), limits)), ["one", "two"]);
  assertEquals(await pieces(openBody(requestOf(null), limits)), []);
});

Deno.test("openBody() inflates gzip", async () => {
  const body = await gzip("0123456789");
  for (const encoding of ["gzip", "X-GZIP"]) {
    const reader = openBody(requestOf(body, { "content-encoding": encoding }), { ...limits, bytes: 100 });
    assertEquals((await pieces(reader)).join(""), "0123456789");
  }
});

Deno.test("openBody() reads ten bytes of ten and refuses the eleventh, and cancels the body", async () => {
  assertEquals(await pieces(openBody(requestOf(streamOf("01234", "56789")), limits)), ["01234", "56789"]);
  let cancelled = false;
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(6)),
    cancel: () => void (cancelled = true),
  });
  const body = openBody(requestOf(stream), limits);
  await body.read();
  const error = await assertRejects(
    () => body.read(),
    RequestError,
    "Cannot read the body as it must have 10 bytes at most",
  );
  assertEquals([error.problem.status, cancelled], [413, true]);
});

Deno.test("openBody() refuses a length above the limit and other encodings before it reads", () => {
  const refused: [headers: Record<string, string>, status: number][] = [
    [{ "content-length": "11" }, 413],
    [{ "content-encoding": "br" }, 415],
    [{ "content-encoding": "gzip, gzip" }, 415],
  ];
  for (const [headers, status] of refused) {
    const error = assertThrows(() => openBody(requestOf("x", headers), limits), RequestError);
    assertEquals(error.problem.status, status);
  }
});

Deno.test("openBody() waits for each piece no longer than it is told", async () => {
  const body = openBody(requestOf(new ReadableStream({ pull: () => new Promise(() => {}) })), {
    ...limits,
    milliseconds: 5,
  });
  const error = await assertRejects(() => body.read(), RequestError);
  assertEquals(error.problem.status, 408);
});

Deno.test("openBody() answers 503 for a connection that is lost", async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset by 10.0.0.7")) });
  const error = await assertRejects(() => openBody(requestOf(broken), limits).read(), RequestError);
  assertEquals([error.problem.status, error.headers], [503, { "retry-after": "1" }]);
});
