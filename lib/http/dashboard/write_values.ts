/**
 * A number as people read it: whole ones with separators of thousands, others with four digits.
 *
 * @param value The number.
 * @returns The text; a dash for what is not finite, and a power of ten for what is very large or small.
 */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e15 || size > 0 && size < 1e-4) return value.toExponential(2);
  if (Number.isInteger(value) || size >= 1000) return value.toLocaleString("en-US", { maximumFractionDigits: 0 });
  return String(Number(value.toPrecision(4)));
}

/**
 * A share of 1 as percent.
 *
 * @param share The share.
 * @returns The text, with one digit after the point; a dash for what is not finite.
 */
export function writePercent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "–";
}

/**
 * How many there are of something.
 *
 * @param count How many.
 * @param noun What one of them is called, to which others add an s.
 * @returns The number and the noun.
 */
export function writeCount(count: number, noun: string): string {
  return `${writeNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * How often something happens in a second: only as many digits as say something.
 *
 * @param rate How often.
 * @returns The text, with one digit after the point below 10.
 */
export function writeRate(rate: number): string {
  return writeNumber(rate < 10 ? Math.round(10 * rate) / 10 : Math.round(rate));
}

const UNITS = ["bytes", "KiB", "MiB", "GiB"];

/**
 * A number of bytes in the largest unit of which there is at least one.
 *
 * @param bytes How many.
 * @returns The text.
 */
export function writeBytes(bytes: number): string {
  let [value, unit] = [bytes, 0];
  for (; value >= 1024 && unit < UNITS.length - 1; unit++) value /= 1024;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}

/**
 * A moment in UTC, to the second.
 *
 * @param time Milliseconds since 1970.
 * @returns The text; a dash for what is no time.
 */
export function writeTime(time: number): string {
  if (!(Math.abs(time) <= 8.64e15)) return "–";
  return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
