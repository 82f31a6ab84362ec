import type { DenseSamples } from "../../feature/mod.ts";
import { jsonErrorPosition } from "../body/json_error_position.ts";
import { decodeLine } from "./decode_line.ts";
import { gatherRows, takeEach } from "./gather_rows.ts";
import { faultyRow, readRow, type Row } from "./row.ts";
import type { RowList, RowSplitter } from "./row_list.ts";
import { SampleRows } from "./sample_rows.ts";
import { type Line, splitLines } from "./split_lines.ts";

/** Reads samples from lines of JSON into columns. */
export interface LineReader {
  /**
   * Reads the sample of the line that begins there and has that many bytes at most. Returns the place behind its LF; -1 if it
   * leaves the line to `JSON.parse`. The bytes hold an LF at the end of the line.
   */
  read(bytes: Uint8Array, start: number, most: number): number;
  /** The samples that were read since they were taken last. */
  take(): DenseSamples;
}

/**
 * Makes a splitter of NDJSON: a JSON value on each line that is not blank.
 *
 * @param most How many bytes a line may have.
 * @param reader Reads lines that it can read faster, to the same values.
 * @returns The splitter; a line that is malformed or too long is a faulty row.
 */
export function ndjsonRows(most: number, reader?: LineReader): RowSplitter {
  const rowOf = (line: Line, number: number): Row | undefined =>
    line.end === line.start ? faultyRow(number, `have ${most} bytes at most`) : parse(line, number);
  if (reader !== undefined) return columnRows(most, reader, rowOf);
  return gatherRows((add) =>
    splitLines(most, (line, number) => {
      const row = rowOf(line, number);
      if (row !== undefined) add(row);
    })
  );
}

/** Rows of a piece in columns, or all as objects if the reader has left one of them, or one comes after a blank line. */
function columnRows(
  most: number,
  reader: LineReader,
  rowOf: (line: Line, number: number) => Row | undefined,
): RowSplitter {
  let rows: Row[] = [];
  let first = 0;
  let lengths: number[] = [];

  const takeColumns = (): SampleRows => {
    const columns = new SampleRows(first, lengths, reader.take());
    lengths = [];
    return columns;
  };
  const toObjects = (): void => {
    if (lengths.length === 0) return;
    for (const row of takeColumns().toRows()) rows.push(row);
  };
  const takeRows = (): RowList => {
    if (rows.length === 0 && lengths.length > 0) return takeColumns();
    toObjects();
    const taken = rows;
    rows = [];
    return taken;
  };
  const lines = splitLines(most, (line, number) => {
    const row = rowOf(line, number);
    if (row === undefined) return;
    toObjects();
    rows.push(row);
  }, (bytes, start, number) => {
    if (number !== first + lengths.length) {
      toObjects();
      first = number;
    }
    const end = reader.read(bytes, start, most);
    if (end >= 0) lengths.push(end - start - 1);
    return end;
  });
  return takeEach(lines, takeRows);
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
