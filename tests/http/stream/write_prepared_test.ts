import { assertEquals } from "@std/assert";
import { prepareText, writePrepared } from "../../../lib/http/stream/write_prepared.ts";

Deno.test("writePrepared() writes a text of any length, in UTF-8", () => {
  for (const text of ["", "a", "ab", "abc", "abcd", "abcde", 'ü€😀"', "\u007f\uffff"]) {
    const bytes = new Uint8Array(40);
    const prepared = prepareText(text);
    const end = writePrepared(new DataView(bytes.buffer), 3, prepared);
    assertEquals([new TextDecoder().decode(bytes.subarray(3, end)), end], [text, 3 + prepared.length]);
  }
});
