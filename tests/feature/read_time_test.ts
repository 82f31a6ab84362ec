import { assertEquals } from "@std/assert";
import { readTime } from "../../lib/feature/read_time.ts";

Deno.test("readTime() reads ISO 8601 texts, in UTC where they name no zone", () => {
  const noon = Date.UTC(2024, 1, 29, 12, 30, 15, 250);
  for (
    const text of [
      "2024-02-29T12:30:15.250Z",
      "2024-02-29T12:30:15.25",
      "2024-02-29 12:30:15.250999",
      " 2024-02-29T12:30:15,250Z ",
      "2024-02-29T14:00:15.25+01:30",
      "2024-02-29T11:30:15.25-0100",
    ]
  ) assertEquals(readTime(text), noon, text);
  assertEquals(readTime("2024-02-29"), Date.UTC(2024, 1, 29));
  assertEquals(readTime("2024-02-29T12:30"), Date.UTC(2024, 1, 29, 12, 30));
  assertEquals(readTime("0001-01-01"), -62135596800000);
  assertEquals(readTime("2024-01-01T00:30+01:00"), Date.UTC(2023, 11, 31, 23, 30));
});

Deno.test("readTime() takes Dates and numbers for what they are", () => {
  assertEquals([readTime(new Date(5)), readTime(-7), readTime(8.64e15)], [5, -7, 8.64e15]);
});

Deno.test("readTime() is NaN for what is no point in time", () => {
  const none = [
    ...["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-01T25:00", "2024-01-01T10:61", "20240101"],
    ...["2024", "10:30", "yesterday", "", "1/2/2024", "2024-1-1", "2024-01-01T10:00X", "12024-01-01"],
    ...[NaN, Infinity, 8.65e15, null, undefined, true, [], {}, new Date(NaN)],
  ];
  for (const value of none) assertEquals(readTime(value), NaN, String(value));
});
