import { assertEquals } from "@std/assert";
import {
  writeBytes,
  writeCount,
  writeNumber,
  writePercent,
  writeRate,
  writeTime,
} from "../../../lib/http/dashboard/write_values.ts";

Deno.test("writeNumber() separates thousands and keeps four digits of what is not whole", () => {
  const written = [0, -0, 7, 12_345, 1234.6, 0.123456, 12.3456, -1.5, 1e15, 0.00001234].map(writeNumber);
  assertEquals(written, ["0", "-0", "7", "12,345", "1,235", "0.1235", "12.35", "-1.5", "1.00e+15", "1.23e-5"]);
});

Deno.test("writeNumber() and writePercent() write a dash for what is not known", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assertEquals([writeNumber(value), writePercent(value)], ["–", "–"]);
  }
});

Deno.test("writePercent() has one digit after the point", () => {
  assertEquals([0, 0.957, 1, 0.99999].map(writePercent), ["0.0 %", "95.7 %", "100.0 %", "100.0 %"]);
});

Deno.test("writeCount() tells one from others", () => {
  assertEquals([0, 1, 2000].map((count) => writeCount(count, "drift")), ["0 drifts", "1 drift", "2,000 drifts"]);
});

Deno.test("writeRate() has a digit after the point below 10", () => {
  assertEquals([0, 0.04, 0.25, 9.96, 10.4, 2345.6].map(writeRate), ["0", "0", "0.3", "10", "10", "2,346"]);
});

Deno.test("writeBytes() takes the largest unit of which there is one", () => {
  const written = [0, 1023, 1024, 1536, 200 * 1024, 5 * 2 ** 20, 3 * 2 ** 30, 2 ** 42].map(writeBytes);
  assertEquals(written, ["0 bytes", "1023 bytes", "1.0 KiB", "1.5 KiB", "200 KiB", "5.0 MiB", "3.0 GiB", "4096 GiB"]);
});

Deno.test("writeTime() writes a moment in UTC, and a dash for what is none", () => {
  assertEquals(writeTime(Date.UTC(2026, 0, 31, 12, 5, 9)), "2026-01-31 12:05:09 UTC");
  assertEquals([NaN, Infinity, 9e15].map(writeTime), ["–", "–", "–"]);
});
