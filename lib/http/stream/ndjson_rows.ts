import type { RequestError } from "../request_error.ts";
import { parseJson } from "../body/parse_json.ts";
import { faultyRow, type Row, type RowSplitter } from "./row.ts";
import { type Line, splitLines } from "./split_lines.ts";

/**
 * Makes a splitter of NDJSON: a JSON value on each line that is not blank.
 *
 * @param most How many characters a line may have.
 * @returns The splitter; a line that is malformed or too long is a faulty row.
 */
export function ndjsonRows(most: number): RowSplitter {
  const lines = splitLines(most);
  return {
    push: (piece) => rowsOf(lines.push(piece), most),
    end: () => rowsOf(lines.end(), most),
  };
}

function* rowsOf(lines: Iterable<Line>, most: number): Generator<Row> {
  for (const { text, number, tooLong } of lines) {
    if (tooLong) yield faultyRow(number, `have ${most} characters at most`);
    else if (text.trim() !== "") yield parse(text, number);
  }
}

function parse(text: string, line: number): Row {
  try {
    return { line, length: text.length, value: parseJson(text) };
  } catch (error) {
    const { position } = (error as RequestError).problem;
    return faultyRow(line, `be JSON, which it is not from position ${position} on`, text.length);
  }
}
