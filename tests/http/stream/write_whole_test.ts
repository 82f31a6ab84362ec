import { assertEquals } from "@std/assert";
import { writeWhole } from "../../../lib/http/stream/write_whole.ts";

Deno.test("writeWhole() writes the digits of a whole number", () => {
  const bytes = new Uint8Array(20);
  const written = (x: number) =>
    new TextDecoder().decode(bytes.subarray(2, writeWhole(new DataView(bytes.buffer), 2, x)));
  const numbers = [0, 1, 9, 10, 99, 100, 1234567890, 2 ** 31, 2 ** 40 + 1, 2 ** 53 - 1];
  assertEquals(numbers.map(written), numbers.map(String));
});
