const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;

/** The latest time that a Date can hold. */
const LATEST = 8.64e15;

/**
 * Milliseconds since 1970 of a Date, a number or an ISO 8601 text; a text without a zone is in UTC, as every machine must read
 * the same from it.
 *
 * @param value The value.
 * @returns The milliseconds, or NaN if it is none of these.
 */
export function readTime(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") return Math.abs(value) <= LATEST ? value : NaN;
  return typeof value === "string" ? readIso(value) : NaN;
}

function readIso(text: string): number {
  const match = ISO.exec(text.trim());
  if (match === null) return NaN;
  const [, date, time = "00:00", seconds = "00", fraction = "", sign, hours = "0", minutes = "0"] = match;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const utc = Date.parse(`${date}T${time}:${seconds}.${milliseconds}Z`);
  // Some engines take the 30th of February for the 1st of March.
  if (!(Math.abs(utc) <= LATEST) || new Date(utc).toISOString().slice(0, 10) !== date) return NaN;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? utc + offset : utc - offset;
}
