import { assertEquals } from "@std/assert";
import { decodeLine } from "../../../lib/http/stream/decode_line.ts";

/** The text of bytes that lie among others. */
function decode(line: Uint8Array, number = 2): string {
  const bytes = Uint8Array.of(97, ...line, 98);
  return decodeLine({ bytes, start: 1, end: bytes.length - 1 }, number);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

Deno.test("decodeLine() gives the text of a line without its end", () => {
  assertEquals(["aß水🌊\n", "a\r\n", "a\r\r\n", "\n", "\r\n"].map((text) => decode(bytesOf(text))), [
    "aß水🌊",
    "a",
    "a\r",
    "",
    "",
  ]);
});

Deno.test("decodeLine() leaves out a byte order mark at the beginning of the first line, and there alone", () => {
  const line = bytesOf("\uFEFFa\uFEFFb\n");
  assertEquals([decode(line, 1), decode(line, 2)], ["a\uFEFFb", "\uFEFFa\uFEFFb"]);
});

Deno.test("decodeLine() makes U+FFFD of what is no UTF-8", () => {
  assertEquals(decode(Uint8Array.of(0x61, 0xc3, 0x0a)), "a\uFFFD");
  assertEquals(decode(Uint8Array.of(0xff, 0x61, 0x0a)), "\uFFFDa");
});
