import { createLineSplitter, type Line } from "../rx/mod.ts";
import { createRowParser } from "./create_row_parser.ts";
import type { CsvOptions } from "./from_csv.ts";

/** A row of CSV. */
export interface Row {
  /** Its fields. */
  readonly fields: readonly string[];
  /** The number of its first line, from 1 on. */
  readonly line: number;
}

/** The rows of a stream, one at a time. */
export interface Rows {
  /** The next row, or what is wrong with it; undefined after the last one. */
  next(): Promise<Row | Error | undefined>;
  /** Cancels the stream. */
  cancel(reason: unknown): Promise<void>;
}

/**
 * Reads CSV row by row: finds the lines that belong to a row and has the row parsed.
 *
 * A row ends at the first line break before which its quotes are even in number (RFC 4180 doubles those within fields).
 *
 * @param stream The text, or its bytes in UTF-8.
 * @param options The separator and how long a row may be.
 * @returns The rows; after one that cannot be read, the next begins on the line after its first.
 * @throws {RangeError} If the separator cannot be used.
 * @throws {TypeError} If the stream is locked.
 */
export function readRows(stream: ReadableStream<Uint8Array | string>, options: CsvOptions): Rows {
  const { separator = ",", maxLength = 1_048_576 } = options;
  requireSeparator(separator);
  const parse = createRowParser(separator);
  const lines = readLines(stream, maxLength);

  const next = async (): Promise<Row | Error | undefined> => {
    const row = await linesOfRow(lines.next, maxLength);
    if (row.length === 0) return undefined;
    const result = await readRow(row, parse, maxLength);
    if (result instanceof Error) lines.back(row.slice(1));
    return result;
  };
  return { next, cancel: lines.cancel };
}

function requireSeparator(separator: string): void {
  if (separator.length === 1 && !'"\r\n'.includes(separator)) return;
  throw new RangeError(
    "Cannot read CSV as separator must be one character, not a quote or a line break: current value is " +
      JSON.stringify(separator),
  );
}

/** The lines of a stream, with those that were given back first. */
function readLines(stream: ReadableStream<Uint8Array | string>, maxLength: number) {
  const reader = stream.getReader();
  const splitter = createLineSplitter({ maxLength });
  const given: Line[] = [];
  let ready: Iterator<Line> = splitter.push("");
  let ended = false;
  const end = (): void => {
    ended = true;
    reader.releaseLock();
  };
  return {
    async next(): Promise<Line | undefined> {
      for (;;) {
        const line = given.pop() ?? ready.next().value;
        if (line !== undefined || ended) return line;
        const { done, value } = await reader.read();
        if (done) end();
        ready = value === undefined ? splitter.end() : splitter.push(value);
      }
    },
    back(lines: readonly Line[]): void {
      for (const line of lines.toReversed()) given.push(line);
    },
    async cancel(reason: unknown): Promise<void> {
      if (ended) return;
      const cancelled = reader.cancel(reason);
      end();
      await cancelled;
    },
  };
}

/** The lines of the next row; none at the end. */
async function linesOfRow(next: () => Promise<Line | undefined>, maxLength: number): Promise<Line[]> {
  const row: Line[] = [];
  for (let length = -1, quotes = 0; row.length === 0 || (quotes % 2 === 1 && length <= maxLength);) {
    const line = await next();
    if (line === undefined) break;
    if (row.length === 0 && line.text === "") continue;
    row.push(line);
    length += line.text.length + 1;
    quotes += line.tooLong ? 0 : quotesIn(line.text);
  }
  return row;
}

function quotesIn(text: string): number {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes;
}

async function readRow(
  row: readonly Line[],
  parse: (text: string) => Promise<string[]>,
  maxLength: number,
): Promise<Row | Error> {
  const text = row.map(({ text }) => text).join("\n");
  if (row.some(({ tooLong }) => tooLong) || text.length > maxLength) {
    const rule = `a row must hold at most ${maxLength} characters`;
    return new RangeError(`Cannot read line ${row[0].number} as ${rule}: current value begins with ${startOf(row)}`);
  }
  if (quotesIn(text) % 2 === 1) return quotesError(row);
  try {
    return { fields: await parse(text), line: row[0].number };
  } catch (cause) {
    return quotesError(row, cause);
  }
}

function quotesError(row: readonly Line[], cause?: unknown): SyntaxError {
  const rule = "quotes must enclose a field and be doubled within it";
  return new SyntaxError(
    `Cannot read line ${row[0].number} as ${rule}: current value is ${startOf(row)}`,
    cause === undefined ? {} : { cause },
  );
}

function startOf([{ text }]: readonly Line[]): string {
  return JSON.stringify(text.length <= 60 ? text : `${text.slice(0, 60)}...`);
}
