import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { scanFloats } from "../../../lib/http/sample/scan_floats.ts";

/** What is read of a list that stands before a brace, if it holds so many numbers. */
function scan(text: string, count: number): number[] | undefined {
  const floats = new Float32Array(count);
  const bytes = new TextEncoder().encode(`{${text}}`);
  const end = scanFloats(bytes, 1, floats);
  if (end < 0) return undefined;
  assertEquals(end, bytes.length - 1);
  return [...floats];
}

Deno.test("scanFloats() reads a list of numbers as float32", () => {
  assertEquals(scan("[1,-2.5,1e3,0.1]", 4), [1, -2.5, 1000, Math.fround(0.1)]);
  assertEquals(scan("[ 1 , 2 ,3 ]", 3), [1, 2, 3]);
  assertEquals(scan("[-0]", 1), [-0]);
  assertEquals(scan("[3.4028234663852886e38]", 1), undefined); // the largest float32, left to JSON.parse
  assertEquals(scan("[340282346638528859]", 1), [Math.fround(340282346638528859)]);
});

Deno.test("scanFloats() puts the numbers where they are to be", () => {
  const floats = new Float32Array(4);
  assertEquals(scanFloats(new TextEncoder().encode("[1,2]\n"), 0, floats, 1, 2), 5);
  assertEquals([...floats], [0, 1, 2, 0]);
});

Deno.test("scanFloats() reads nothing that holds another number of numbers, or anything else", () => {
  for (
    const text of ["[1]", "[1,2,3]", "[]", "[1,]", "[,1]", "[1 2]", '[1,"2"]', "[1,null]", "[1,[2]]", "[1,2", "1,2]"]
  ) {
    assertEquals(scan(text, 2), undefined, text);
  }
  for (const text of ["[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[NaN]", "[1e39]", "[-1e39]", "[1e400]", "[--1]"]) {
    assertEquals(scan(text, 1), undefined, text);
  }
});

Deno.test("scanFloats() gives what JSON.parse and Math.fround give, to the last bit", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, min: -1e4, max: 1e4 }),
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x || 0),
    fc.integer({ min: -1e9, max: 1e9 }).map((i) => i / 1000),
  );
  const list = fc.array(fc.tuple(number, fc.nat(17), fc.constantFrom("", " ", "  ")), { minLength: 1, maxLength: 8 });
  let read = 0;
  fc.assert(
    fc.property(list, (items) => {
      const texts = items.map(([x, digits, space]) => space + (digits < 9 ? x.toFixed(digits) : String(x)) + space);
      const floats = scan(`[${texts.join(",")}]`, items.length);
      if (floats === undefined) return;
      assertEquals(floats, texts.map((text) => Math.fround(JSON.parse(text))));
      read++;
    }),
    { seed: 2, numRuns: 10_000 },
  );
  assertEquals(read > 2000, true);
});

Deno.test("scanFloats() reads no number that lies where float32 is rounded up or down", () => {
  const tie = 1 + 2 ** -24; // between two float32 numbers
  assertEquals(scan(`[${tie.toFixed(24)}]`, 1), undefined);
  assertEquals(scan("[1.00000005960464477]", 1), undefined); // 17 digits; a little less than the tie, or more
  assertEquals(scan("[1.0000000596]", 1), [1]);
  assertEquals(scan("[1.0000000597]", 1), [1 + 2 ** -23]);
});
