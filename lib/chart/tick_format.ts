import type { Scale } from "./lay_out.ts";

/** How the values of an axis are written: as they are, or a share of 1 as percent. */
export type ValueFormat = "number" | "percent";

/**
 * How to write a scale's values so that neighboring ticks differ: thousands get separators, millions SI prefixes,
 * very large and very small numbers exponents.
 *
 * @param scale The scale.
 * @param count About how many ticks there are.
 * @param format Whether the values are shares to write as percent.
 * @returns A function from a value to its text.
 */
export function tickFormat(
  scale: Scale,
  count: number,
  format: ValueFormat = "number",
): (value: number) => string {
  const form = format === "percent" ? "%" : specifier(scale.domain());
  const write = scale.tickFormat(count, form);
  return (value) => value === 0 && form.startsWith("~") ? "0" : write(value);
}

function specifier(domain: readonly number[]): string {
  const size = Math.max(...domain.map(Math.abs));
  if (size >= 1e15 || size < 1e-3) return "~e";
  return size >= 1e7 ? "~s" : ",f";
}
