import { assertEquals } from "@std/assert";
import { NUMBER_BYTES, writeNumber } from "../../../lib/http/stream/write_number.ts";

Deno.test("writeNumber() writes any number as JSON.stringify does, in the room that it needs", () => {
  const bytes = new Uint8Array(NUMBER_BYTES);
  const written = (x: number) =>
    new TextDecoder().decode(bytes.subarray(0, writeNumber(new DataView(bytes.buffer), 0, x)));
  const numbers = [0.5, -0, 1e21, 0.1, -1.2345678901234567e-300, -1e-7, Number.MAX_VALUE, NaN, Infinity, 2 ** 53, 1e-5];
  assertEquals(numbers.map(written), numbers.map((x) => JSON.stringify(x)));
});
