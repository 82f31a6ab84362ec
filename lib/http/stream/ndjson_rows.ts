import type { Sample } from "../../feature/mod.ts";
import { jsonErrorPosition } from "../body/json_error_position.ts";
import { decodeLine } from "./decode_line.ts";
import { gatherRows } from "./gather_rows.ts";
import { faultyRow, readRow, type Row, type RowSplitter } from "./row.ts";
import { type Line, splitLines } from "./split_lines.ts";

/** Reads samples from lines of JSON. */
export interface LineReader {
  /**
   * Reads the sample of the line that begins there; undefined if it leaves that to `JSON.parse`. The bytes hold an LF at the
   * end of the line.
   */
  read(bytes: Uint8Array, start: number): Sample | undefined;
  /** Where the line ends that was read last, behind its LF. */
  readonly end: number;
}

/**
 * Makes a splitter of NDJSON: a JSON value on each line that is not blank.
 *
 * @param most How many bytes a line may have.
 * @param reader Reads lines that it can read faster, to the same values.
 * @returns The splitter; a line that is malformed or too long is a faulty row.
 */
export function ndjsonRows(most: number, reader?: LineReader): RowSplitter {
  return gatherRows((add) => {
    const take = (line: Line, number: number): void => {
      const row = line.end === line.start ? faultyRow(number, `have ${most} bytes at most`) : parse(line, number);
      if (row !== undefined) add(row);
    };
    if (reader === undefined) return splitLines(most, take);
    return splitLines(most, take, (bytes, start, number) => {
      const sample = reader.read(bytes, start);
      const length = reader.end - start - 1;
      if (sample === undefined || length > most) return -1;
      add(readRow(number, length, sample));
      return reader.end;
    });
  });
}

/** What a line holds; undefined if it is blank. */
function parse(line: Line, number: number): Row | undefined {
  const text = decodeLine(line, number);
  const length = line.end - line.start - 1;
  try {
    return readRow(number, length, JSON.parse(text));
  } catch {
    if (text.trim() === "") return undefined;
    return faultyRow(number, `be JSON, which it is not from position ${jsonErrorPosition(text)} on`, length);
  }
}
