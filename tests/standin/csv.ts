/**
 * Stands in, where JSR cannot be reached, for the part of `@std/csv` that this project uses: the same rows, types,
 * errors and back-pressure, over npm's csv-parse.
 */
import { CsvError, parse } from "csv-parse/sync";

/** Options for {@linkcode CsvParseStream}. */
export interface CsvParseStreamOptions {
  /** What separates values; `","` if not given. */
  separator?: string;
  /** Leaves out the first row, and takes it as the names of the columns if there is no `columns`. */
  skipFirstRow?: boolean;
  /** The names of the columns. */
  columns?: readonly string[];
}

/** A row: a record of the named columns, or an array where no option names them. */
export type RowType<T> = T extends undefined ? string[]
  : T extends { columns: readonly (infer C extends string)[] } ? Record<C, string>
  : T extends { skipFirstRow: true } ? Record<string, string>
  : T extends { columns?: undefined; skipFirstRow?: false | undefined } ? string[]
  : Record<string, string> | string[];

/** Reads CSV text, in chunks of any size, as a stream of rows. */
export class CsvParseStream<const T extends CsvParseStreamOptions | undefined = undefined>
  implements TransformStream<string, RowType<T>> {
  /** Where the text goes in. */
  readonly writable: WritableStream<string>;
  /** Where the rows come out, each read only when asked for, so that an error comes after all rows before it. */
  readonly readable: ReadableStream<RowType<T>>;

  constructor(options?: T) {
    const { writable, readable } = lineSplitter();
    const lines = readable.getReader();
    const rows = new RowReader(lines, options ?? {});
    this.writable = writable;
    this.readable = new ReadableStream<RowType<T>>({
      async pull(controller) {
        const row = await rows.next();
        if (row === undefined) controller.close();
        else controller.enqueue(row as RowType<T>);
      },
      cancel: (reason) => lines.cancel(reason),
    });
  }
}

/** Lines without their line feed and the one carriage return that may be before it; the last line may be empty. */
function lineSplitter(): TransformStream<string, string> {
  let rest = "";
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) controller.enqueue(line.replace(/\r$/, ""));
    },
    flush: (controller) => controller.enqueue(rest.replace(/\r$/, "")),
  });
}

/** Counts lines as `@std/csv` does: a record over several lines is one, a skipped first row none. */
class RowReader {
  readonly #lines: ReadableStreamDefaultReader<string>;
  readonly #separator: string;
  #columns: readonly string[] | undefined;
  #skip: boolean;
  #line = 0;

  constructor(lines: ReadableStreamDefaultReader<string>, options: CsvParseStreamOptions) {
    this.#lines = lines;
    this.#separator = options.separator ?? ",";
    this.#columns = options.columns;
    this.#skip = options.skipFirstRow ?? false;
  }

  /** The next row, or undefined after the last one. */
  async next(): Promise<string[] | Record<string, string> | undefined> {
    let fields = await this.#record();
    if (this.#skip && fields !== undefined) {
      this.#skip = false;
      this.#columns ??= fields;
      fields = await this.#record();
    }
    if (fields === undefined) return undefined;
    this.#line++;
    return this.#columns === undefined ? fields : this.#named(fields, this.#columns);
  }

  #named(fields: readonly string[], columns: readonly string[]): Record<string, string> {
    if (fields.length === columns.length) return Object.fromEntries(columns.map((name, i) => [name, fields[i]]));
    throw new Error(
      `Syntax error on line ${this.#line + 1}: ` +
        `The record has ${fields.length} fields, but the header has ${columns.length} fields`,
    );
  }

  /** The fields of the next line that is not empty, with as many lines after it as its quotes hold. */
  async #record(): Promise<string[] | undefined> {
    let line = await this.#read();
    while (line === "") {
      this.#line++;
      line = await this.#read();
    }
    if (line === undefined) return undefined;
    const lines = [line];
    let fields = this.#parse(lines);
    while (fields === undefined) {
      line = await this.#read();
      if (line === undefined) throw this.#error(lines.length, 1, quoted);
      lines.push(line);
      if (line.includes('"')) fields = this.#parse(lines);
    }
    return fields;
  }

  async #read(): Promise<string | undefined> {
    return (await this.#lines.read()).value;
  }

  /** The fields of the lines, or undefined if a quote is still open at their end. */
  #parse(lines: readonly string[]): string[] | undefined {
    const text = lines.join("\n");
    const code = this.#problem(text);
    if (typeof code !== "string") return code;
    if (code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    const before = text.length - lines.at(-1)!.length;
    const length = shortest(text, (part) => this.#problem(part) === code);
    const column = [...text.slice(before, length)].length;
    throw code === "INVALID_OPENING_QUOTE"
      ? this.#error(lines.length, column, 'bare " in non-quoted-field')
      : this.#error(lines.length, column - 1, quoted);
  }

  /** The fields, or the code of what is wrong with the text. */
  #problem(text: string): string[] | string {
    const options = { delimiter: this.#separator, record_delimiter: unused, relax_column_count: true };
    try {
      return parse(text, options)[0];
    } catch (error) {
      if (error instanceof CsvError) return error.code;
      throw error;
    }
  }

  #error(lines: number, column: number, what: string): SyntaxError {
    const start = this.#line + 1;
    return new SyntaxError(
      `Syntax error on line ${start}; parse error on line ${start + lines - 1}, column ${column}: ${what}`,
    );
  }
}

const quoted = 'extraneous or missing " in quoted-field';

/** The text given to csv-parse is one record whatever it holds, so the delimiter of records is one that no text holds. */
const unused = "\u{10FFFF}\n\u{10FFFF}";

/** The length of the shortest beginning of the text for which the predicate holds. */
function shortest(text: string, holds: (part: string) => boolean): number {
  let length = 1;
  while (length < text.length && !holds(text.slice(0, length))) length++;
  return length;
}
