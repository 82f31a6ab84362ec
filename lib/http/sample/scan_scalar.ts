import { scanNumber } from "./scan_number.ts";

/** A value that was read, which is no list and no object. */
export interface ScannedScalar {
  /** The value, as `JSON.parse` makes it. */
  value: number | boolean | string;
}

const [SPACE, QUOTE, COMMA, BACKSLASH, CLOSE, TILDE] = [32, 34, 44, 92, 125, 126];
const ascii = new TextDecoder();
/** So many characters a short text has. */
const SHORT = 24;
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
  const text = isText ? textOf(line, start + 1, end - 1) : textOf(line, start, end);
  const value = isText ? text : valueOf(text);
  if (value === undefined) return -1;
  scanned.value = value;
  return end;
}

/** True, false or a number; undefined if the word is none. */
function valueOf(word: string): number | boolean | undefined {
  if (word === "true") return true;
  if (word === "false") return false;
  try {
    const value = JSON.parse(word);
    return typeof value === "number" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A text in ASCII: a short one character by character, as to ask a decoder takes longer. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return ascii.decode(bytes.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]);
  return text;
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
