import { CsvParseStream } from "../deps/std_csv.ts";

/**
 * Makes a parser of one row at a time, over the one of `@std/csv`.
 *
 * That parser reads a stream and cannot go on after a mistake, so a new one takes its place then.
 *
 * @param separator What separates the fields of a row.
 * @returns Resolves a row, which must hold all lines that its quotes hold, to its fields; rejects with the parser's
 * SyntaxError if it is malformed.
 */
export function createRowParser(separator: string): (row: string) => Promise<string[]> {
  let parser = open(separator);
  return async (row) => {
    try {
      parser.writer.write(`${row}\n`).catch(() => {}); // reading tells of the same mistake
      const { value } = await parser.reader.read();
      return value!;
    } catch (error) {
      parser = open(separator);
      throw error;
    }
  };
}

function open(separator: string) {
  const { writable, readable } = new CsvParseStream({ separator });
  return { writer: writable.getWriter(), reader: (readable as ReadableStream<string[]>).getReader() };
}
