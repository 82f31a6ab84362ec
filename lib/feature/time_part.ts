import { cosPi } from "../kernel/mod.ts";
import type { TimePart } from "./field.ts";

/** The parts of a point in time by name; the place is their number in a layout. */
export const TIME_PARTS: readonly TimePart[] = ["hour", "weekday", "day", "month", "year", "trend"];

/** Milliseconds of a day. */
const DAY = 86_400_000;

/**
 * Whether a part repeats, so that its end is near its beginning.
 *
 * @param part The part.
 * @returns Whether it makes two columns, sine and cosine, and not a scaled one.
 */
export function isCyclic(part: TimePart): boolean {
  return part !== "year" && part !== "trend";
}

/**
 * A part of a point in time, in UTC: hour, weekday from Monday on, day of the month and month as the share of the cycle that
 * has passed, from 0 up to 1; the year; or the days since 1970.
 *
 * @param time Milliseconds since 1970.
 * @param part The part.
 * @returns The number.
 */
export function timePart(time: number, part: TimePart): number {
  const days = Math.floor(time / DAY);
  if (part === "trend") return time / DAY;
  if (part === "hour") return (time - days * DAY) / DAY;
  if (part === "weekday") return ((days + 3) % 7 + 7) % 7 / 7;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (part === "year") return year;
  const month = date.getUTCMonth();
  const passed = (date.getUTCDate() - 1) / new Date(Date.UTC(2000 + year % 400, month + 1, 0)).getUTCDate();
  return part === "day" ? passed : (month + passed) / 12;
}

/**
 * sin(2 pi u) from basic arithmetic alone: the same bits on every engine.
 *
 * @param share u, from 0 up to 1.
 * @returns The sine.
 */
export function sineOf(share: number): number {
  return cosineOf(Math.abs(share - 0.25));
}

/**
 * cos(2 pi u) from basic arithmetic alone: the same bits on every engine.
 *
 * @param share u, from 0 up to 1.
 * @returns The cosine.
 */
export function cosineOf(share: number): number {
  return cosPi(share > 0.5 ? 2 - 2 * share : 2 * share);
}
