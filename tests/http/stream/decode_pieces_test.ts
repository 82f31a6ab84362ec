import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { decodePieces } from "../../../lib/http/stream/decode_pieces.ts";

/** The text of bytes that are cut at these places. */
function decode(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = decodePieces();
  const ends = [...cuts, bytes.length].map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b);
  let text = "";
  let start = 0;
  for (const end of ends) {
    text += decoder.push(bytes.slice(start, end));
    start = end;
  }
  return text + decoder.end();
}

Deno.test("decodePieces() puts together characters that are cut anywhere", () => {
  const text = "aß水🌊é";
  const bytes = new TextEncoder().encode(text);
  for (let cut = 0; cut <= bytes.length; cut++) assertEquals(decode(bytes, [cut]), text);
  assertEquals(decode(bytes, bytes.keys().toArray()), text);
});

Deno.test("decodePieces() gives at once what is whole", () => {
  const decoder = decodePieces();
  assertEquals([decoder.push(Uint8Array.of(0x61, 0xc3)), decoder.push(Uint8Array.of(0x9f))], ["a", "ß"]);
  assertEquals([decoder.push(new Uint8Array(0)), decoder.end()], ["", ""]);
});

Deno.test("decodePieces() leaves out a byte order mark at the beginning, and there alone", () => {
  const bytes = new TextEncoder().encode("\uFEFFa\uFEFFb");
  for (const cuts of [[], [1], [3], [4], [3, 4]]) assertEquals(decode(bytes, cuts), "a\uFEFFb");
});

Deno.test("decodePieces() is what TextDecoder makes of the whole, whatever the bytes are", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.array(fc.constantFrom(0x61, 0x80, 0xbf, 0xc3, 0xe6, 0xb0, 0xf0, 0x9f, 0xff), { maxLength: 12 }).map((all) =>
      Uint8Array.from(all)
    ),
  );
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(12)), (all, cuts) => {
      assertEquals(decode(all, cuts), new TextDecoder().decode(all));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
