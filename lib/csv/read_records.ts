import type { CsvOptions, TypedCsvOptions, TypedRecord } from "./from_csv.ts";
import { parseField } from "./parse_field.ts";
import { readRows, type Row, type Rows } from "./read_rows.ts";

/**
 * Reads CSV as a stream of records.
 *
 * @param stream The text, or its bytes in UTF-8.
 * @param options The columns, the separator and how long a row may be.
 * @returns The records, read when they are asked for; an error stands for a row that cannot be read.
 * @throws {RangeError} If the separator cannot be used.
 * @throws {TypeError} If the stream is locked.
 */
export function readRecords(
  stream: ReadableStream<Uint8Array | string>,
  options: CsvOptions | TypedCsvOptions,
): ReadableStream<TypedRecord | Error> {
  const rows = readRows(stream, options);
  const read = "typed" in options ? parseField : (text: string) => text;
  let columns: readonly string[] | undefined;
  return new ReadableStream({
    async pull(controller) {
      try {
        columns ??= requireColumns(options.columns ?? await readNames(rows));
        const row = await rows.next();
        if (row === undefined) controller.close();
        else controller.enqueue(row instanceof Error ? row : named(row, columns, read));
      } catch (error) {
        rows.cancel(error).catch(() => {}); // the error at hand is the one to tell
        throw error;
      }
    },
    cancel: (reason) => rows.cancel(reason),
  }, { highWaterMark: 0 });
}

async function readNames(rows: Rows): Promise<readonly string[]> {
  const header = await rows.next();
  if (header instanceof Error) throw header;
  return header?.fields ?? [];
}

function requireColumns(columns: readonly string[]): readonly string[] {
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice === undefined) return columns;
  throw new SyntaxError(`Cannot read CSV as the names of columns must differ: current value is "${twice}" twice`);
}

function named(
  { fields, line }: Row,
  columns: readonly string[],
  read: (text: string) => TypedRecord[string],
): TypedRecord | Error {
  if (fields.length === columns.length) return Object.fromEntries(columns.map((name, i) => [name, read(fields[i])]));
  const start = JSON.stringify(fields.join(",").slice(0, 60));
  return new SyntaxError(
    `Cannot read line ${line} as a row must hold ${columns.length} fields: current value is ${fields.length}, ${start}`,
  );
}
