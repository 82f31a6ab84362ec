import { SnapshotError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { decodePlain } from "../../lib/format/decode_plain.ts";
import { encodePlain } from "../../lib/format/encode_plain.ts";
import { encodeTensors } from "../../lib/format/encode_tensors.ts";

const values: unknown[] = [
  null,
  "text",
  [1, -0, NaN, -Infinity, true, null],
  { a: { b: Uint8Array.of(1, 2), "a.b": new Float32Array(0) }, __proto__x: [], $number: "1" },
  [Float64Array.of(0.1), Int32Array.of(-1), Uint32Array.of(2 ** 32 - 1)],
];
for (const value of values) {
  Deno.test(`decodePlain() gives back ${JSON.stringify(value)}`, () => {
    assertEquals(decodePlain(encodePlain(value)), value);
  });
}

Deno.test("decodePlain() refuses what encodePlain() does not write", () => {
  const refused: [bytes: Uint8Array, rule: string][] = [
    [new Uint8Array(3), "hold at least 8 bytes"],
    [encodeTensors([], {}), "hold the text plain in its __metadata__"],
    [encodeTensors([], { plain: "{" }), "hold JSON in the entry plain"],
    [encodeTensors([], { plain: '{"$tensor":"a"}' }), 'hold the tensor "a" that its state names once'],
  ];
  for (const [bytes, rule] of refused) {
    assertThrows(() => decodePlain(bytes), SnapshotError, `Cannot decode snapshot as it must ${rule}`);
  }
});
