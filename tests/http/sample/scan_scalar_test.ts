import { assertEquals } from "@std/assert";
import { type ScannedScalar, scanScalar } from "../../../lib/http/sample/scan_scalar.ts";

/** What is read of a text that stands before a comma; "nothing" if that is what it is. */
function scan(text: string): unknown {
  const scanned: ScannedScalar = { value: "unread" };
  const line = new TextEncoder().encode(`:${text},\n`);
  const end = scanScalar(line, 1, scanned);
  if (end < 0) return "nothing";
  assertEquals(end, line.length - 2);
  return scanned.value;
}

Deno.test("scanScalar() gives what JSON.parse gives", () => {
  const texts = [
    "1",
    "-0.5",
    "0.12345678901234567",
    "1e300",
    "5e-324",
    "true",
    "false",
    '""',
    `"${"x".repeat(24)}"`,
    `"${"long ".repeat(50)}"`,
    '"spam, or {ham}"',
  ];
  for (const text of texts) assertEquals(scan(text), JSON.parse(text), text);
});

Deno.test("scanScalar() leaves texts that are not as they stand, and what is no value", () => {
  const none = [
    '"\\u0061"',
    '"a\\"b"',
    '"ä"',
    '"tab\t"',
    '"open',
    "",
    "tru",
    "True",
    "NaN",
    "null",
    "01",
    "[1]",
    "{}",
    "'a'",
  ];
  for (const text of none) assertEquals(scan(text), "nothing", text);
});
