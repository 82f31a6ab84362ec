import { assert, assertEquals } from "@std/assert";
import { swapToLittleEndian } from "../../lib/format/swap_to_little_endian.ts";

Deno.test("swapToLittleEndian() reverses each element on a big-endian processor, in a copy", () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  assertEquals(swapToLittleEndian(bytes, 4, false), Uint8Array.of(4, 3, 2, 1, 8, 7, 6, 5));
  assertEquals(swapToLittleEndian(bytes, 2, false), Uint8Array.of(2, 1, 4, 3, 6, 5, 8, 7));
  assertEquals(bytes, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
});

Deno.test("swapToLittleEndian() twice gives the bytes back", () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  assertEquals(swapToLittleEndian(swapToLittleEndian(bytes, 8, false), 8, false), bytes);
});

Deno.test("swapToLittleEndian() leaves alone what is in order: little-endian processors, single bytes, nothing", () => {
  const bytes = Uint8Array.of(1, 2, 3, 4);
  assert(swapToLittleEndian(bytes, 4, true) === bytes);
  assert(swapToLittleEndian(bytes, 1, false) === bytes);
  assertEquals(swapToLittleEndian(new Uint8Array(0), 4, false), new Uint8Array(0));
});

Deno.test("swapToLittleEndian() knows the order of this processor", () => {
  const bytes = new Uint8Array(Uint32Array.of(0x04030201).buffer);
  assertEquals(swapToLittleEndian(bytes, 4), Uint8Array.of(1, 2, 3, 4));
});
