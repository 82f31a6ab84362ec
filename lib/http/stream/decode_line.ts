import type { Line } from "./split_lines.ts";

/** A byte order mark at the beginning is left out below; elsewhere U+FEFF is a character like any other. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

const CARRIAGE_RETURN = 13;

/**
 * The text of a line. What is no UTF-8 becomes U+FFFD.
 *
 * @param line The line.
 * @param number Its number, from 1 on: a byte order mark before the first is left out.
 * @returns The text without LF or CR LF.
 */
export function decodeLine({ bytes, start, end }: Line, number: number): string {
  const ending = end - start > 1 && bytes[end - 2] === CARRIAGE_RETURN ? 2 : 1;
  const text = utf8.decode(bytes.subarray(start, end - ending));
  return number === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
}
