import { assert, assertEquals, assertRejects } from "@std/assert";
import { type PieceReader, readPieces } from "../../../lib/http/body/read_pieces.ts";
import { streamOf } from "./bodies.ts";

const KIB = 1024;

/** A stream of bytes 0, 1, 2, ... that fills each buffer it is given, up to so many bytes at once and so many in all. */
function numberedBytes(total: number, most = Infinity): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      const request = controller.byobRequest!;
      const view = request.view as Uint8Array;
      const length = Math.min(view.length, most, total - sent);
      for (let i = 0; i < length; i++) view[i] = sent++;
      if (length === 0) controller.close();
      request.respond(length);
    },
  });
}

async function piecesOf(reader: PieceReader): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  for (let piece; (piece = await reader.read()) !== undefined;) pieces.push(piece);
  return pieces;
}

Deno.test("readPieces() gives the pieces of a stream that takes no buffers as they are", async () => {
  const texts = (await piecesOf(readPieces(streamOf("one", "two")))).map((piece) => new TextDecoder().decode(piece));
  assertEquals(texts, ["one", "two"]);
  assertEquals(await piecesOf(readPieces(streamOf())), []);
});

Deno.test("readPieces() reads a fast stream of bytes in pieces of 64, 128, then 256 KiB, none of which is written again", async () => {
  const pieces = await piecesOf(readPieces(numberedBytes(1000 * KIB)));
  assertEquals(pieces.map(({ length }) => length / KIB), [64, 128, 256, 256, 256, 40]);
  let place = 0;
  for (const piece of pieces) for (const byte of piece) if (byte !== (place++ & 255)) throw new Error(`at ${place}`);
  assertEquals(place, 1000 * KIB);
});

Deno.test("readPieces() asks for less again when a stream becomes slow", async () => {
  const stream = numberedBytes(2000 * KIB, 20 * KIB);
  const reader = readPieces(stream);
  for (let i = 0; i < 3; i++) assertEquals((await reader.read())!.buffer.byteLength, 64 * KIB);
  await reader.cancel();
  assertEquals(await reader.read(), undefined);
});

Deno.test("readPieces() gives small pieces no more memory than they need", async () => {
  const pieces = await piecesOf(readPieces(numberedBytes(3 * KIB, KIB)));
  assertEquals(pieces.map(({ length, buffer }) => [length, buffer.byteLength]), [[KIB, KIB], [KIB, KIB], [KIB, KIB]]);
});

Deno.test("readPieces() passes on what breaks a stream, and ends it when it is cancelled", async () => {
  const broken = new ReadableStream({ type: "bytes", pull: (controller) => controller.error(new Error("broken")) });
  await assertRejects(() => readPieces(broken).read(), Error, "broken");
  let cancelled = false;
  const reader = readPieces(new ReadableStream({ type: "bytes", cancel: () => void (cancelled = true) }));
  await reader.cancel();
  assert(cancelled);
});

Deno.test("readPieces() reads the body of a request and of a response", async () => {
  for (const { body } of [new Request("http://localhost/", { method: "POST", body: "text" }), new Response("text")]) {
    const [piece, ...rest] = await piecesOf(readPieces(body!));
    assertEquals([new TextDecoder().decode(piece), rest.length], ["text", 0]);
  }
});
