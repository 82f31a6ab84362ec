const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

/**
 * What the text of a field stands for: a number if it is a decimal number, true or false if it says so, null if it is empty,
 * and otherwise the text. Numbers with zeros in front, as postal codes have them, stay texts.
 *
 * @param text The text.
 * @returns The value.
 *
 * @example Usage
 * ```ts
 * import { parseField } from "@backstream/backstream/csv";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["42", "-1.5e3", "true", "", "Paris", "01234"].map(parseField), [42, -1500, true, null, "Paris", "01234"]);
 * ```
 */
export function parseField(text: string): number | boolean | string | null {
  if (text === "") return null;
  const code = text.charCodeAt(0);
  if (code > 57) return text === "true" ? true : text === "false" ? false : text; // behind the digits, as most words are
  if (!NUMBER.test(text) || /^\s*[+-]?0\d/.test(text)) return text;
  return Number(text);
}
