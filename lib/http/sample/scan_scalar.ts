import { scanNumber } from "./scan_number.ts";

/** A value that was read, which is no list and no object. */
export interface ScannedScalar {
  /** The value, as `JSON.parse` makes it. */
  value: number | boolean | string;
}

const [SPACE, QUOTE, COMMA, BACKSLASH, CLOSE, TILDE] = [32, 34, 44, 92, 125, 126];
const ascii = new TextDecoder();
const number = { value: 0.5, error: NaN }; // made once, and read before anything else is

/**
 * Reads a number, a text, true or false of JSON from a line.
 *
 * @param line Its bytes, of which LF is the last.
 * @param start Where the value begins.
 * @param scanned Is given the value.
 * @returns The place behind it; -1 if it is none, or a text that is not as it stands between its quotes, in ASCII.
 */
export function scanScalar(line: Uint8Array, start: number, scanned: ScannedScalar): number {
  const isText = line[start] === QUOTE;
  number.error = NaN;
  const afterNumber = isText ? -1 : scanNumber(line, start, number);
  if (number.error === 0) {
    scanned.value = number.value;
    return afterNumber;
  }
  const end = isText ? endOfText(line, start) : endOfWord(line, start);
  if (end < 0) return -1;
  try {
    const value = JSON.parse(ascii.decode(line.subarray(start, end)));
    if (typeof value === "object") return -1; // null, a list, an object
    scanned.value = value;
    return end;
  } catch {
    return -1;
  }
}

function endOfText(line: Uint8Array, start: number): number {
  for (let at = start + 1;; at++) {
    const byte = line[at];
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return -1;
  }
}

/** Where a number, true or false ends: before white space or what parts values. */
function endOfWord(line: Uint8Array, start: number): number {
  let at = start;
  for (let byte = line[at]; byte > SPACE && byte !== COMMA && byte !== CLOSE; byte = line[++at]);
  return at;
}
