import { RequestError } from "../request_error.ts";
import { csvFields } from "./csv_fields.ts";
import { decodeLine } from "./decode_line.ts";
import { gatherRows } from "./gather_rows.ts";
import { faultyRow, readRow, type Row } from "./row.ts";
import type { RowSplitter } from "./row_list.ts";
import { splitLines } from "./split_lines.ts";

/** Makes of the fields of a row what is to be learned. */
export type ReadFields = (fields: readonly string[]) => unknown;

/** A row as text. */
interface RowText {
  readonly lines: string[];
  readonly number: number;
  length: number;
  isQuoted: boolean;
}

/**
 * Makes a splitter of CSV (RFC 4180). The first row names the columns. Fields in quotes may hold commas, line breaks and
 * doubled quotes; empty lines are left out. A row that is malformed or too long is a faulty row.
 *
 * @param most How many bytes a row may have.
 * @param readHeader Takes the names of the columns, and returns what is made of each row after it.
 * @returns The splitter; it throws a RequestError 400 if there are no names, or one twice, and what `readHeader` throws.
 */
export function csvRows(most: number, readHeader: (names: readonly string[]) => ReadFields): RowSplitter<Row[]> {
  let open: RowText | undefined; // a row whose quotes do not end on its last line
  let header: { columns: number; read: ReadFields } | undefined;

  const take = ({ lines, number, length }: RowText): Row | undefined => {
    const fields = length > most ? undefined : csvFields(lines.join("\n"));
    if (header === undefined) {
      const names = requireNames(fields);
      header = { columns: names.length, read: readHeader(names) };
      return undefined;
    }
    if (length > most) return faultyRow(number, `have ${most} bytes at most`);
    if (fields === undefined) return faultyRow(number, "have its quotes around whole fields", length);
    if (fields.length === header.columns) return readRow(number, length, header.read(fields));
    return faultyRow(number, `have ${header.columns} fields, one a column`, length);
  };

  return gatherRows((addRow) => {
    const finish = (text: RowText): void => {
      const row = take(text);
      if (row !== undefined) addRow(row);
    };
    const lines = splitLines(most, (line, number) => {
      const bytes = line.end - line.start;
      const tooLong = bytes === 0;
      const text = tooLong ? "" : decodeLine(line, number);
      if (text === "" && !tooLong && open === undefined) return;
      const row = open ?? { lines: [], number, length: -1, isQuoted: false };
      row.lines.push(text);
      row.length += tooLong ? most + 2 : bytes;
      if (hasOddQuotes(text)) row.isQuoted = !row.isQuoted;
      open = row.isQuoted && row.length <= most ? row : undefined;
      if (open === undefined) finish(row);
    });
    return {
      push: lines.push,
      end() {
        lines.end();
        if (open !== undefined) finish(open);
        if (header === undefined) requireNames(undefined);
      },
    };
  });
}

function hasOddQuotes(text: string): boolean {
  let odd = false;
  for (let at = -1; (at = text.indexOf('"', at + 1)) >= 0;) odd = !odd;
  return odd;
}

function requireNames(names: readonly string[] | undefined): readonly string[] {
  if (names === undefined) refuse("its first row must name the columns");
  if (new Set(names).size < names.length) refuse("the names of its columns must differ");
  return names;
}

function refuse(rule: string): never {
  throw new RequestError({ status: 400, title: "Bad Request", detail: `Cannot read the body as ${rule}` });
}
