import { SampleError } from "@backstream/backstream";
import { assertEquals, assertThrows } from "@std/assert";
import { type NumberType, readNumber, readText } from "../../lib/feature/read_value.ts";

function assertRefused(type: NumberType, value: unknown, message: string): void {
  const error = assertThrows(() => readNumber(type, value, "features.x"), SampleError);
  assertEquals(error.message, `Cannot use features.x as it must ${message}`);
}

Deno.test("readNumber() reads numbers, texts of decimal numbers and booleans for a numeric field", () => {
  const values: [unknown, number][] = [
    [1.5, 1.5],
    ["1.5", 1.5],
    [" -2e3 ", -2000],
    [".5", 0.5],
    ["5.", 5],
    ["+1", 1],
    [true, 1],
    [false, 0],
    [null, NaN],
    ["", NaN],
  ];
  for (const [value, number] of values) assertEquals(readNumber("numeric", value, "x"), number, String(value));
});

Deno.test("readNumber() throws if a numeric field holds something else", () => {
  for (const text of ["abc", "0x10", "Infinity", "NaN", "1,5", " ", "1 2", "--1"]) {
    assertRefused("numeric", text, `be a number: current value is ${JSON.stringify(text)}`);
  }
  assertRefused("numeric", [1], "be a number: current value is an array of length 1");
  assertRefused("numeric", new Date(0), "be a number: current value is an object with keys ");
  assertRefused("numeric", Infinity, "be a finite number: current value is Infinity");
  assertRefused("numeric", 1e39, "be a finite number in float32: current value is 1e+39");
  assertRefused("numeric", "1e39", "be a finite number in float32: current value is 1e+39");
});

Deno.test("readNumber() reads yes and no for a boolean field", () => {
  for (const value of [true, 1, "true", "1"]) assertEquals(readNumber("boolean", value, "x"), 1);
  for (const value of [false, 0, "false", "0"]) assertEquals(readNumber("boolean", value, "x"), 0);
  assertEquals(readNumber("boolean", undefined, "x"), NaN);
  assertRefused("boolean", 2, "be true or false: current value is 2");
  assertRefused("boolean", "yes", 'be true or false: current value is "yes"');
});

Deno.test("readNumber() reads milliseconds for a timestamp", () => {
  for (const value of [new Date(86_400_000), 86_400_000, "1970-01-02"]) {
    assertEquals(readNumber("timestamp", value, "x"), 86_400_000);
  }
  assertEquals(readNumber("timestamp", new Date(NaN), "x"), NaN);
  const rule = "be a date, milliseconds since 1970 or an ISO 8601 text";
  assertRefused("timestamp", "tomorrow", `${rule}: current value is "tomorrow"`);
  assertRefused("timestamp", Infinity, `${rule}: current value is Infinity`);
  assertRefused("timestamp", true, `${rule}: current value is true`);
});

Deno.test("readText() reads texts, and the text of numbers, booleans and dates", () => {
  const texts = ["a", 1, -0, false, new Date(0)].map((value) => readText(value, "x"));
  assertEquals(texts, ["a", "1", "0", "false", "1970-01-01T00:00:00.000Z"]);
  const error = assertThrows(() => readText([1], "features.x"), SampleError);
  const rule = "be a text, a number or a boolean";
  assertEquals(error.message, `Cannot use features.x as it must ${rule}: current value is an array of length 1`);
});
