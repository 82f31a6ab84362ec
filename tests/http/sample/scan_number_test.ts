import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { type ScannedNumber, scanNumber } from "../../../lib/http/sample/scan_number.ts";

/** What is read of a text that goes on with a comma, and where; undefined if nothing is. */
function scan(text: string): [number, number, number] | undefined {
  const scanned: ScannedNumber = { value: NaN, error: NaN };
  const end = scanNumber(new TextEncoder().encode(`[${text},`), 1, scanned);
  return end < 0 ? undefined : [scanned.value, scanned.error, end - 1];
}

Deno.test("scanNumber() reads numbers of JSON", () => {
  const exact: [string, number][] = [
    ["0", 0],
    ["-0", -0],
    ["7", 7],
    ["-12.5", -12.5],
    ["0.001", 0.001],
    ["1e3", 1000],
    ["1.5E+2", 150],
    ["25e-1", 2.5],
    ["9007199254740992", 2 ** 53],
    ["0.30000000000000", 0.3],
    ["1e22", 1e22],
  ];
  for (const [text, value] of exact) assertEquals(scan(text), [value, 0, text.length], text);
});

Deno.test("scanNumber() says by how much a number with more digits may differ", () => {
  const [value, error] = scan("0.12345678901234567")!;
  assertEquals([Math.abs(value - 0.12345678901234567) <= error, error > 0, error < 1e-15], [true, true, true]);
});

Deno.test("scanNumber() reads nothing that is no number, or too long, or too far from 1", () => {
  const none = ["", "-", "+1", ".5", "1.", "01", "-01", "1e", "1e+", "NaN", "Infinity", "abc", "1.e5", "--1"];
  const far = ["1e23", "1e-23", "1e400", "12345678901234567890123", `0.${"0".repeat(22)}1`, "1e99999999999999999999"];
  for (const text of [...none, ...far]) assertEquals(scan(text), undefined, text);
});

Deno.test("scanNumber() ends where the number does", () => {
  assertEquals(["1.5.5", "1x", "0x1", "1-1", "1 1"].map((text) => scan(text)?.[2]), [3, 1, 1, 1, 1]);
});

Deno.test("scanNumber() gives what JSON.parse gives, to the last bit or within its error", () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
    fc.double({ noNaN: true, min: -1, max: 1 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((i) => i / 1000),
  );
  const form = fc.tuple(number, fc.constantFrom("shortest", "exponential", "fixed"), fc.nat(18));
  let [exact, near] = [0, 0];
  fc.assert(
    fc.property(form, ([x, how, digits]) => {
      const text = how === "shortest" ? String(x) : how === "fixed" ? x.toFixed(digits) : x.toExponential(digits);
      const read = scan(text);
      if (read === undefined) return;
      const [value, error, end] = read;
      const right = JSON.parse(text);
      assertEquals([end, error === 0 ? Object.is(value, right) : Math.abs(value - right) <= error], [
        text.length,
        true,
      ]);
      if (error === 0) exact++;
      else near++;
    }),
    { seed: 1, numRuns: 20_000 },
  );
  assertEquals([exact > 5000, near > 500], [true, true]);
});
