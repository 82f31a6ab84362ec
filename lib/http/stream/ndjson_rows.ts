import { jsonErrorPosition } from "../body/json_error_position.ts";
import { gatherRows } from "./gather_rows.ts";
import { faultyRow, type Row, type RowSplitter } from "./row.ts";
import { splitLines } from "./split_lines.ts";

/**
 * Makes a splitter of NDJSON: a JSON value on each line that is not blank.
 *
 * @param most How many characters a line may have.
 * @returns The splitter; a line that is malformed or too long is a faulty row.
 */
export function ndjsonRows(most: number): RowSplitter {
  return gatherRows((add) =>
    splitLines(most, (text, number, tooLong) => {
      const row = tooLong ? faultyRow(number, `have ${most} characters at most`) : parse(text, number);
      if (row !== undefined) add(row);
    })
  );
}

/** What a line holds; undefined if it is blank. */
function parse(text: string, line: number): Row | undefined {
  try {
    return { line, length: text.length, value: JSON.parse(text) };
  } catch {
    if (text.trim() === "") return undefined;
    return faultyRow(line, `be JSON, which it is not from position ${jsonErrorPosition(text)} on`, text.length);
  }
}
