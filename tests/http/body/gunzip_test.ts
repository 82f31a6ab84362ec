import { assert, assertEquals, assertRejects } from "@std/assert";
import { gunzip } from "../../../lib/http/body/gunzip.ts";
import { openBody } from "../../../lib/http/body/open_body.ts";
import { RequestError } from "../../../lib/http/request_error.ts";
import { gzip, requestOf, streamOf } from "./bodies.ts";

/** A body of the pieces, inflated. */
function inflated(pieces: Uint8Array[], bytes = 2 ** 30) {
  return gunzip(openBody(requestOf(streamOf(...pieces)), { bytes: 2 ** 30, milliseconds: 1000 }), bytes);
}

/** How many bytes it has in all, and in its largest piece. */
async function sizes(body: ReturnType<typeof gunzip>): Promise<[all: number, largest: number]> {
  let [all, largest] = [0, 0];
  for (let piece; (piece = await body.read()) !== undefined;) {
    all += piece.length;
    largest = Math.max(largest, piece.length);
  }
  return [all, largest];
}

Deno.test("gunzip() inflates what comes in pieces of any size", async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i * i % 251);
  const zipped = await gzip(bytes);
  for (const size of [1, 7, 5000]) {
    const pieces = Array.from(
      { length: Math.ceil(zipped.length / size) },
      (_, i) => zipped.subarray(i * size, (i + 1) * size),
    );
    const body = inflated(pieces);
    const read: number[] = [];
    for (let piece; (piece = await body.read()) !== undefined;) read.push(...piece);
    assertEquals(Uint8Array.from(read), bytes);
  }
});

Deno.test("gunzip() cuts a bomb as soon as it is too large", async () => {
  const bomb = await gzip(new Uint8Array(16 * 2 ** 20)); // a thousandth of that
  assert(bomb.length < 100_000);
  assertEquals((await sizes(inflated([bomb])))[0], 16 * 2 ** 20);
  let [read, taken] = [0, 0];
  const body = gunzip({
    cancel: () => {},
    read: () => Promise.resolve(taken * 1024 < bomb.length ? bomb.slice(taken * 1024, ++taken * 1024) : undefined),
  }, 2 ** 20);
  const error = await assertRejects(
    async () => {
      for (let piece; (piece = await body.read()) !== undefined;) read += piece.length;
    },
    RequestError,
    "Cannot read the body as it must have 1048576 bytes at most",
  );
  assertEquals(error.problem.status, 413);
  assert(read <= 2 ** 20 && taken < 10, `${read} of ${taken}`);
});

Deno.test("gunzip() refuses what is no gzip, is cut short, is damaged or goes on after its end", async () => {
  const zipped = await gzip("hello, hello, hello");
  const damaged = zipped.slice();
  damaged[zipped.length - 6] ^= 1;
  const bad = [new TextEncoder().encode("no gzip"), zipped.subarray(0, -3), damaged, new Uint8Array([...zipped, 1, 2])];
  for (const bytes of bad) {
    const error = await assertRejects(() => sizes(inflated([bytes])), RequestError);
    assertEquals([error.problem.status, error.message], [
      400,
      "Cannot read the body as its content-encoding is gzip: current value cannot be inflated",
    ]);
  }
});

Deno.test("gunzip() hands on what is wrong with the body itself", async () => {
  const zipped = await gzip("hello");
  const late = new RequestError({ status: 408, title: "Request Timeout" });
  let first = true;
  const body = gunzip({
    cancel: () => {},
    read: () => first ? (first = false, Promise.resolve(zipped.slice(0, 12))) : Promise.reject(late),
  }, 100);
  assertEquals(await assertRejects(() => sizes(body), RequestError), late);
});
