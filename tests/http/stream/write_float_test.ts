import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { writeFloat } from "../../../lib/http/stream/write_float.ts";

const bytes = new Uint8Array(64);
const out = new DataView(bytes.buffer);

/** What is written behind a byte that must stay; undefined if nothing is. */
function written(x: number): string | undefined {
  bytes.fill(35);
  const end = writeFloat(out, 1, x);
  assertEquals(bytes[0], 35);
  return end < 0 ? undefined : new TextDecoder().decode(bytes.subarray(1, end));
}

Deno.test("writeFloat() writes what is a float32 number", () => {
  assertEquals([0, -0, 1, -1, 10, 123, 0.5, -0.25, 1.5].map(written), [
    "0",
    "0",
    "1",
    "-1",
    "10",
    "123",
    "0.5",
    "-0.25",
    "1.5",
  ]);
  assertEquals(written(Math.fround(0.1)), "0.10000000149011612");
  assertEquals(written(Math.fround(-0.48372614)), "-0.4837261438369751");
  assertEquals(written(Math.fround(1234.567)), "1234.5670166015625");
  assertEquals(written(Math.fround(0.0001)), "0.00009999999747378752");
});

Deno.test("writeFloat() writes the even one of two that are as near", () => {
  assertEquals(written(Math.fround(613.2)), "613.2000122070312"); // is 613.20001220703125
  assertEquals(written(Math.fround(803.2)), "803.2000122070312");
});

Deno.test("writeFloat() leaves other numbers", () => {
  const others = [0.1, 1 / 3, 1e8, -1e8, 1e-6, Math.fround(1e-5) / 2, 1e300, 5e-324, NaN, Infinity, -Infinity];
  assertEquals(others.map(written), others.map(() => undefined));
  const [least, most] = [Math.fround(1.0001e-5), 99_999_992];
  assertEquals([least, most].map(written), [`${least}`, `${most}`]);
});

Deno.test("writeFloat() writes what JSON.stringify writes, of any float32 number in its range", () => {
  const word = new Uint32Array(1);
  const float = new Float32Array(word.buffer);
  const any = fc.nat(2 ** 32 - 1).map((bits) => {
    word[0] = bits;
    return float[0];
  });
  const short = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(5)).map(([i, k]) =>
    Math.fround(i / 10 ** k)
  );
  const unit = fc.float({ min: -1, max: 1, noNaN: true });
  let found = 0;
  fc.assert(
    fc.property(fc.oneof(any, short, unit), (x) => {
      const text = written(x);
      const inRange = x === 0 || (Math.abs(x) >= 1e-5 && Math.abs(x) < 1e8);
      assertEquals(text, inRange ? JSON.stringify(x) : undefined);
      if (inRange) found++;
    }),
    { seed: 5, numRuns: 50_000 },
  );
  assertEquals(found > 20_000, true);
});
