import { assertEquals } from "@std/assert";
import { cosineOf, isCyclic, sineOf, TIME_PARTS, timePart } from "../../lib/feature/time_part.ts";
import { assertClose } from "../helper/assert_close.ts";

const parts = (time: number) => TIME_PARTS.map((part) => timePart(time, part));

Deno.test("timePart() is the share of each cycle that has passed, the year, and the days since 1970", () => {
  const thursday = Date.UTC(2024, 1, 29, 18); // a leap day, at 18 o'clock
  assertEquals(parts(thursday), [18 / 24, 3 / 7, 28 / 29, (1 + 28 / 29) / 12, 2024, thursday / 86_400_000]);
  assertEquals(parts(0), [0, 3 / 7, 0, 0, 1970, 0]);
});

Deno.test("timePart() reads times before 1970 and after 9999", () => {
  assertEquals(parts(-1), [1 - 1 / 86_400_000, 2 / 7, 30 / 31, (11 + 30 / 31) / 12, 1969, -1 / 86_400_000]);
  assertEquals(parts(8.64e15).slice(0, 5), [0, 5 / 7, 12 / 30, (8 + 12 / 30) / 12, 275760]);
  assertEquals(parts(-8.64e15).slice(0, 5), [0, 1 / 7, 19 / 30, (3 + 19 / 30) / 12, -271821]);
});

Deno.test("timePart() has the months of leap years and others: every day of 400 years", () => {
  for (let day = 0; day < 146_097; day += 13) {
    const date = new Date(day * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const days = (Date.UTC(year, month + 1, 1) - Date.UTC(year, month, 1)) / 86_400_000;
    assertEquals(timePart(+date, "day"), (date.getUTCDate() - 1) / days);
    assertEquals(timePart(+date, "weekday"), (date.getUTCDay() + 6) % 7 / 7);
  }
});

Deno.test("sineOf() and cosineOf() are within 2e-15 of Math.sin and Math.cos, and exact to 1e-16 at the quarters", () => {
  for (let i = 0; i < 1000; i++) {
    const share = i / 1000;
    assertClose([sineOf(share), cosineOf(share)], [Math.sin(2 * Math.PI * share), Math.cos(2 * Math.PI * share)], {
      absolute: 2e-15,
    });
  }
  const quarters = [0, 0.25, 0.5, 0.75];
  assertClose(quarters.map(sineOf), [0, 1, 0, -1], { absolute: 1e-16 });
  assertClose(quarters.map(cosineOf), [1, 0, -1, 0], { absolute: 1e-16 });
});

Deno.test("isCyclic() tells what repeats", () => {
  assertEquals(TIME_PARTS.filter(isCyclic), ["hour", "weekday", "day", "month"]);
});
